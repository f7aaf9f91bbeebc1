"""Somebody in the newsroom, as a browser is: the first administrator of a working copy."""
import base64
import hashlib
import hmac
import html
import http.cookies
import re
import struct
import sys
import time
import urllib.parse

PASSWORD = "sept bateaux et un phare"


class Member:
    """Comes in by the set-up link of the server's log; asks for screens on one connection."""

    def __init__(self, newsroom):
        self.cookies = {}
        self.connection = newsroom.connection()
        self.site = f"http://127.0.0.1:{newsroom.port}"
        with open(newsroom.log) as log:
            link = re.search(r"/newsroom/setup/[\w-]+", log.read())
        if not link:
            sys.exit("The server's log has no set-up link: this newsroom has an administrator already.")
        self.post(link.group(), {"name": "Maud Kervarn", "email": "maud@lephare.example", "password": PASSWORD})
        page = self.get("/newsroom/sign-in/factor")
        letters = html.unescape(re.search(r'<code class="num" dir="ltr">([^<]+)', page).group(1))
        self.post("/newsroom/sign-in/factor", {"then": "", "code": code(letters)})

    def ask(self, method, path, body=None):
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), "Origin": self.site,
                   "Sec-Fetch-Site": "same-origin", "Accept": "text/html", "Accept-Language": "fr"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        for line in answer.headers.get_all("Set-Cookie") or []:
            for name, morsel in http.cookies.SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        if answer.status >= 400:
            sys.exit(f"{method} {path}: {answer.status} {text[:300]}")
        return answer, text

    def get(self, path):
        """The text of a screen; whatever else than 200 comes is the end."""
        answer, text = self.ask("GET", path)
        if answer.status != 200:
            sys.exit(f"GET {path}: {answer.status} {answer.headers.get('Location')}")
        return text

    def post(self, path, fields):
        return self.ask("POST", path, urllib.parse.urlencode(fields))[1]


def code(letters):
    """TOTP, RFC 6238, of the half minute that runs: six digits."""
    secret = letters.replace(" ", "").upper()
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    place = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[place:place + 4])[0] & 0x7fffffff) % 1_000_000:06}"
