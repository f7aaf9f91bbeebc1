"""The peer: nginx with files of the same bytes, compressed beforehand."""
import os
import signal
import socket
import subprocess
import sys
import time

CONF = """daemon off; worker_processes auto; pid {folder}/nginx.pid; error_log {folder}/nginx.err;
worker_rlimit_nofile 65536;
events {{ worker_connections 8192; }}
http {{ access_log off; keepalive_requests 1000000000; gzip_static on; open_file_cache max=30000; sendfile on;
  default_type text/html; types {{ text/html html; }}
  {temporary}
  server {{ listen 127.0.0.1:{port}; root {pages}; index off; {more} }} }}
"""
TEMPORARY = "".join(f"{kind}_temp_path {{folder}}/{kind}; " for kind in
                    ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))


class Nginx:
    """Serves files, one for each path, until it is stopped."""

    def __init__(self, folder, port, more=""):
        self.folder = os.path.join(folder, f"nginx-{port}")
        self.pages = os.path.join(self.folder, "pages")
        self.port = port
        os.makedirs(self.pages)
        conf = os.path.join(self.folder, "nginx.conf")
        with open(conf, "w") as out:
            out.write(CONF.format(folder=self.folder, port=port, pages=self.pages, more=more,
                                  temporary=TEMPORARY.format(folder=self.folder)))
        self.conf, self.server = conf, None

    def put(self, path, plain, packed):
        """A page in both forms. A path that ends in a slash gets a name of its own: see [[of]]."""
        place = os.path.join(self.pages, self.of(path)[1:])
        os.makedirs(os.path.dirname(place), exist_ok=True)
        for name, content in ((place, plain), (place + ".gz", packed)):
            with open(name, "wb") as out:
                out.write(content)

    @staticmethod
    def of(path):
        return path + ("front.html" if path.endswith("/") else ".html")

    def serve(self):
        self.server = subprocess.Popen(["nginx", "-c", self.conf, "-p", self.folder])
        for _ in range(100):
            time.sleep(0.05)
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                return
            except OSError:
                continue
        sys.exit(f"nginx did not start: see {self.folder}/nginx.err")

    @property
    def pid(self):
        return self.server.pid

    def stop(self):
        if self.server:
            self.server.send_signal(signal.SIGTERM)
            self.server.wait(20)
            self.server = None
