(()=>{const i=document.getElementById('q'),l=document.createElement('ul'),s=document.createElement('p');let t,n=0,at=-1,all=[];
const set=(e,o)=>{for(const k in o)e.setAttribute(k,o[k]);return e};
set(l,{id:'qs',class:'sug',role:'listbox','aria-label':i.dataset.label});l.hidden=true;
set(s,{class:'vh',role:'status'});i.form.append(l,s);
set(i,{role:'combobox','aria-autocomplete':'list','aria-expanded':'false','aria-controls':'qs'});
const pick=x=>{at=x;[...l.children].forEach((e,k)=>e.setAttribute('aria-selected',k===x));x<0?i.removeAttribute('aria-activedescendant'):i.setAttribute('aria-activedescendant','qs'+x)};
const show=o=>{all=o;l.replaceChildren(...o.map((e,k)=>{const b=set(document.createElement('li'),{id:'qs'+k,role:'option'});b.textContent=e.label;if(e.kind){const m=document.createElement('small');m.textContent=e.kind;b.append(' ',m)}b.addEventListener('mousedown',v=>{v.preventDefault();location.assign(e.href)});return b}));l.hidden=!o.length;i.setAttribute('aria-expanded',!l.hidden);s.textContent=o.length?i.dataset.found.replace('{0}',o.length):'';pick(-1)};
const ask=()=>{const m=++n,v=i.value.trim();if(v.length<2)return show([]);fetch(i.dataset.suggest+'?q='+encodeURIComponent(v)).then(r=>r.ok?r.json():[]).then(o=>m===n&&show(o)).catch(()=>{})};
i.addEventListener('input',()=>{clearTimeout(t);t=setTimeout(ask,120)});
i.addEventListener('blur',()=>{n++;clearTimeout(t);show([])});
i.addEventListener('keydown',e=>{const k=e.key;if(e.isComposing||l.hidden)return;if(k==='ArrowDown'||k==='ArrowUp'){e.preventDefault();const c=all.length+1;pick((at+1+(k==='ArrowDown'?1:c-1))%c-1)}else if(k==='Enter'&&at>=0){e.preventDefault();location.assign(all[at].href)}else if(k==='Escape'){e.preventDefault();n++;show([])}})})()
