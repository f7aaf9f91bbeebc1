"""A peer: WordPress of the Debian packages (php-fpm with opcache, MariaDB, nginx in front), set up in a folder of its own.

No service of the system is touched. The stories are those of a newsroom's database: the same texts, sections as
categories, concepts as tags; all editions in one site, no pictures.
"""
import base64
import getpass
import glob
import html
import http.client
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

from bench import machine
from bench.nginx import Nginx

HOME = "/usr/share/wordpress"
PACKAGES = "wordpress wordpress-theme-twentytwentythree mariadb-server php php-fpm php-mysql"
PHP_FPM = next(iter(sorted(glob.glob("/usr/sbin/php-fpm*"), reverse=True)), "php-fpm")
CHILDREN = 8
AT_A_TIME = 200

FRONT = """gzip on; location / {{ try_files $uri /index.php?$args; }}
  location ~ \\.php$ {{ fastcgi_pass unix:{folder}/php.sock; fastcgi_buffers 32 16k; {parameters} }}"""
PARAMETERS = {"SCRIPT_FILENAME": "$document_root$fastcgi_script_name", "SCRIPT_NAME": "$fastcgi_script_name",
              "DOCUMENT_ROOT": "$document_root", "REQUEST_METHOD": "$request_method", "REQUEST_URI": "$request_uri",
              "QUERY_STRING": "$query_string", "CONTENT_TYPE": "$content_type", "CONTENT_LENGTH": "$content_length",
              "SERVER_PROTOCOL": "$server_protocol", "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "$server_port",
              "REMOTE_ADDR": "$remote_addr", "REDIRECT_STATUS": "200"}
POOL = """[global]
error_log = {folder}/php.log
[bench]
user = {user}
listen = {folder}/php.sock
listen.mode = 0666
pm = static
pm.max_children = {children}
php_admin_value[opcache.enable] = 1
"""
CONFIG = """<?php
define('DB_NAME', 'bench'); define('DB_USER', 'root'); define('DB_PASSWORD', ''); define('DB_HOST', 'localhost:{folder}/db.sock');
define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_HOME', 'http://127.0.0.1:{port}'); define('WP_SITEURL', 'http://127.0.0.1:{port}');
define('WP_ENVIRONMENT_TYPE', 'local'); define('DISABLE_WP_CRON', true); define('WP_HTTP_BLOCK_EXTERNAL', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
"""
INSTALL = """
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1:{port}';
require '{pages}/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
function wp_new_blog_notification() {{}}
wp_install('Bench', 'bench', 'bench@localhost.example', true, '', 'only for this measurement');
update_option('permalink_structure', '/%postname%/');
global $wp_rewrite; $wp_rewrite->init(); flush_rewrite_rules();
echo "\\n", WP_Application_Passwords::create_new_application_password(1, ['name' => 'bench'])[0];
"""


class WordPress:
    def __init__(self, folder, port, database):
        self.folder = os.path.join(folder, "wordpress")
        os.makedirs(self.folder)
        os.chmod(self.folder, 0o755)
        self.port = port
        self.servers = []
        self.nginx = Nginx(folder, port, FRONT.format(
            folder=self.folder, parameters=" ".join(f"fastcgi_param {name} {value};" for name, value in PARAMETERS.items())))
        try:
            self.start()
            self.install()
            self.fill(database)
        except BaseException:
            self.stop()
            raise

    def start(self):
        me, data = getpass.getuser(), os.path.join(self.folder, "db")
        subprocess.run(["mariadb-install-db", "--no-defaults", "--datadir=" + data, "--user=" + me, "--skip-test-db",
                        "--auth-root-authentication-method=normal"], check=True, capture_output=True)
        self.serve(["mariadbd", "--no-defaults", "--datadir=" + data, "--user=" + me, "--skip-networking",
                    "--socket=" + self.folder + "/db.sock", "--pid-file=" + self.folder + "/db.pid",
                    "--innodb-buffer-pool-size=512M"], "db.sock")
        self.sql("create database bench character set utf8mb4", "mysql")
        shutil.copytree(HOME, self.nginx.pages, dirs_exist_ok=True)  # links lead out of the package's own folder
        self.write(os.path.join(self.nginx.pages, "wp-config.php"), CONFIG)
        conf = os.path.join(self.folder, "php-fpm.conf")
        self.write(conf, POOL)
        self.serve([PHP_FPM, "--nodaemonize", "--allow-to-run-as-root", "-y", conf], "php.sock")
        self.nginx.serve()

    def write(self, place, text):
        if os.path.lexists(place):
            os.remove(place)
        with open(place, "w") as out:
            out.write(text.format(folder=self.folder, port=self.port, user=getpass.getuser(), children=CHILDREN))

    def serve(self, words, sock):
        with open(os.path.join(self.folder, "servers.log"), "a") as log:
            server = subprocess.Popen(words, stdout=log, stderr=log)
        self.servers.append(server)
        for _ in range(600):
            if os.path.exists(os.path.join(self.folder, sock)):
                return
            if server.poll() is not None:
                break
            time.sleep(0.05)
        with open(os.path.join(self.folder, "servers.log")) as log:
            sys.exit(f"{words[0]} did not start: {log.read()[-2000:]}")

    def install(self):
        done = subprocess.run(["php", "-r", INSTALL.format(port=self.port, pages=self.nginx.pages)],
                              capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"WordPress could not be installed: {done.stdout} {done.stderr}")
        password = done.stdout.splitlines()[-1]
        self.authorization = "Basic " + base64.b64encode(f"bench:{password}".encode()).decode()

    def sql(self, statements, database="bench"):
        subprocess.run(["mariadb", "--no-defaults", "--user=root", "--socket=" + self.folder + "/db.sock",
                        "--default-character-set=utf8mb4", database], input=statements, text=True, check=True, stdout=subprocess.DEVNULL)

    def fill(self, database):
        newsroom = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
        terms = {}
        for number, slug, name in newsroom.execute("select id, slug, name from section"):
            terms["section", number] = (len(terms) + 10, "category", name, f"{slug}-s{number}")
        for number, slug, name in newsroom.execute("select concept_id, slug, min(label) from concept_label group by concept_id"):
            terms["concept", number] = (len(terms) + 10, "post_tag", name, f"{slug}-c{number}")
        self.sql(rows("wp_terms (term_id, name, slug)", [(term, name, slug) for term, _, name, slug in terms.values()])
                 + rows("wp_term_taxonomy (term_taxonomy_id, term_id, taxonomy, description)",
                        [(term, term, kind, "") for term, kind, _, _ in terms.values()]))
        stories = newsroom.execute("select id, published_at, content from story join story_version "
                                   "on story_id = id and version = live_version where pub_status = 'USABLE' order by published_at")
        self.slugs = []
        while some := stories.fetchmany(AT_A_TIME):
            self.sql(self.posts(some, terms))
        self.sql("update wp_term_taxonomy t set count = (select count(*) from wp_term_relationships r "
                 "where r.term_taxonomy_id = t.term_taxonomy_id); analyze table wp_posts, wp_term_relationships;")
        newsroom.close()

    def posts(self, stories, terms):
        posts, relations = [], []
        for number, published, content in stories:
            story = json.loads(content)
            at = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(published / 1000))
            slug, identity = f"{story['slug']}-{number}", number + 1000
            self.slugs.append(slug)
            posts.append((identity, 1, at, at, at, at, story["headline"], story.get("standfirst", ""), body(story["body"]),
                          slug, f"http://127.0.0.1:{self.port}/?p={identity}", "", "", ""))
            named = [("section", story["section"])] + [("concept", each) for each in story.get("concepts", ())]
            relations += {(identity, terms[each][0]) for each in named if each in terms}
        return (rows("wp_posts (ID, post_author, post_date, post_date_gmt, post_modified, post_modified_gmt, post_title, "
                     "post_excerpt, post_content, post_name, guid, to_ping, pinged, post_content_filtered)", posts)
                + rows("wp_term_relationships (object_id, term_taxonomy_id)", relations))

    def connection(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def api(self, path, fields):
        asked = self.connection()
        asked.request("POST", "/wp-json/wp/v2" + path, json.dumps(fields),
                      {"Authorization": self.authorization, "Content-Type": "application/json"})
        answer = asked.getresponse()
        text = answer.read().decode()
        asked.close()
        if answer.status >= 400:
            sys.exit(f"WordPress, POST {path}: {answer.status} {text[:500]}")
        return json.loads(text)

    def cpu_seconds(self):
        return sum(machine.cpu_seconds(server.pid) for server in [self.nginx, *self.servers])

    def anonymous_mib(self):
        return sum(machine.anonymous_mib(server.pid) for server in [self.nginx, *self.servers])

    def stop(self):
        self.nginx.stop()
        for server in reversed(self.servers):
            server.send_signal(signal.SIGTERM)
            server.wait(60)
        self.servers = []


def rows(table, values):
    """One statement for all."""
    if not values:
        return ""
    return f"insert into {table} values " + ",".join(f"({','.join(map(word, each))})" for each in values) + ";\n"


def word(value):
    if isinstance(value, int):
        return str(value)
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


def body(blocks):
    """The blocks that are words, as WordPress keeps them."""
    written = []
    for block in blocks:
        text = html.escape(block.get("text", ""))
        match block["type"]:
            case "paragraph":
                written.append(f"<!-- wp:paragraph --><p>{text}</p><!-- /wp:paragraph -->")
            case "heading":
                written.append(f"<!-- wp:heading --><h2>{text}</h2><!-- /wp:heading -->")
            case "quote":
                written.append(f'<!-- wp:quote --><blockquote class="wp-block-quote"><p>{text}</p></blockquote><!-- /wp:quote -->')
    return "\n\n".join(written)
