// The picture library: files go up one by one with a bar each; a click or an arrow key moves the focal point. Without it
// the form sends all files at once, and a click on the picture saves its place.
const form = document.querySelector("[data-upload]");
const input = form?.querySelector("input[type=file]");
const singleKeys = document.body.dataset.singleKeys !== "off";

const line = (file, list) => {
  const item = document.createElement("li");
  const name = document.createElement("bdi");
  const bar = document.createElement("progress");
  const said = document.createElement("span");
  name.className = "l";
  name.textContent = file.name;
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  said.textContent = form.dataset.waiting;
  item.append(name, bar, said);
  list.append(item);
  return { item, bar, said };
};

const send = (file, { item, bar, said }) =>
  new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) bar.value = event.loaded / event.total;
    };
    request.onloadend = () => {
      let answer;
      try {
        answer = JSON.parse(request.responseText)[0];
      } catch {
        answer = undefined;
      }
      bar.remove();
      said.textContent = answer?.sentence ?? `${request.status} ${request.statusText}`;
      said.className = answer?.outcome === "kept" ? "okc" : answer?.outcome === "known" ? "warn" : "bad";
      if (answer?.path) {
        const link = document.createElement("a");
        link.href = answer.path;
        link.className = "lnk";
        link.textContent = form.dataset.open;
        item.append(link);
      }
      done(answer?.outcome);
    };
    const body = new FormData();
    body.append("file", file, file.name);
    request.send(body);
  });

const sendAll = async (files) => {
  const list = form.querySelector("[data-progress]");
  const lines = files.map((file) => [file, line(file, list)]);
  for (const [file, at] of lines) await send(file, at);
  form.reset();
};

if (form) {
  const drop = form.querySelector(".drop");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sendAll([...input.files]);
  });
  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    sendAll([...event.dataTransfer.files]);
  });
  if (singleKeys) {
    document.addEventListener("keydown", (event) => {
      if (event.key !== "u" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
      event.preventDefault();
      input.focus();
    });
  }
}

const spot = document.querySelector("[data-spot]");
const picture = spot?.querySelector("input[type=image]");
if (picture) {
  const across = document.querySelector("[name=across]");
  const down = document.querySelector("[name=down]");
  const path = spot.querySelector("path");
  const kept = (value) => Math.round(Math.min(100, Math.max(0, value)) * 10) / 10;
  const draw = () => path.setAttribute("d", `M${kept(across.value)} 0V100M0 ${kept(down.value)}H100`);
  const move = (x, y) => {
    across.value = kept(x);
    down.value = kept(y);
    draw();
  };
  across.addEventListener("input", draw);
  down.addEventListener("input", draw);
  picture.addEventListener("click", (event) => {
    event.preventDefault();
    if (event.detail === 0) return; // Enter or space: the arrow keys have set it
    const box = picture.getBoundingClientRect();
    move(((event.clientX - box.left) / box.width) * 100, ((event.clientY - box.top) / box.height) * 100);
  });
  picture.addEventListener("keydown", (event) => {
    const step = event.shiftKey ? 5 : 1;
    const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (by) {
      event.preventDefault();
      move(Number(across.value) + by[0], Number(down.value) + by[1]);
    }
  });
}
