# The checkout's half of ./rotative: building, and the commands for developers. Read by ./rotative, not run by itself.
# shellcheck shell=sh

# --- Building -------------------------------------------------------------------------------------------------------

find_maven() {
  for candidate in "$(command -v mvn 2>/dev/null)" "${MAVEN_HOME:-/nonexistent}/bin/mvn" /usr/share/maven/bin/mvn \
      /opt/*maven*/bin/mvn "${HOME:-/nonexistent}/.sdkman/candidates/maven/current/bin/mvn"; do
    [ -n "$candidate" ] && [ -x "$candidate" ] && { printf '%s\n' "$candidate"; return 0; }
  done
  return 1
}

need_maven() {
  MAVEN=$(find_maven) || {
    say "rotative: Maven was not found, and this checkout has to be built first."
    say "Get it: your system's packages (apt install maven, dnf install maven, brew install maven), or maven.apache.org;"
    say "version 3.6.3 or newer, on the path or in MAVEN_HOME."
    exit 1
  }
}

maven() { # Maven in batch mode with the Java that was found; ROTATIVE_MAVEN_ARGS adds arguments
  # shellcheck disable=SC2086
  MAVEN_OPTS="${MAVEN_OPTS:-} -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow" \
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 "$MAVEN" -B -f "$HOME_FOLDER/pom.xml" ${ROTATIVE_MAVEN_ARGS:-} "$@"
}

watch_maven() { # reads Maven's output, keeps it in $1 and shows only what ended
  CLEAR='' current='' files=0
  [ ! -t 2 ] || CLEAR=$(printf '\r\033[K')
  : >"$1"
  while IFS= read -r line; do
    printf '%s\n' "$line" >>"$1"
    case $line in
      *'Downloaded from'*)
        files=$((files + 1))
        if [ -n "$CLEAR" ]; then printf '%s         fetching libraries: %s files' "$CLEAR" $files >&2
        elif [ $((files % 250)) -eq 0 ]; then step "fetching libraries: $files files"; fi
        continue ;;
      *'--- flyway'*) next='tables generated from the migrations' ;;
      *'--- jte'*) next='templates turned into Java' ;;
      *'--- '*compiler*':compile'*) next='compiled' ;;
      *'--- quarkus'*':build '*) next='put together' ;;
      *'Skipping jOOQ'*) current=''; continue ;; # the migrations did not change
      *'BUILD FAILURE'*) current=''; continue ;;
      *'BUILD SUCCESS'*) next='' ;;
      *) continue ;;
    esac
    step "$current"
    current=$next
  done
}

newer_than() { # is anything the program is made of newer than the file $1?
  [ -f "$1" ] || return 0
  [ -n "$(find "$HOME_FOLDER/pom.xml" "$HOME_FOLDER/src/main" \( -name shell -o -name dist -o -name editor \) -prune -o -newer "$1" -print 2>/dev/null | head -n 1)" ]
}

one_at_a_time() { # two commands started together must not build into one folder
  mkdir -p "$TARGET" || exit 1
  waited=no
  until mkdir "$TARGET/building" 2>/dev/null; do
    builder=$(cat "$TARGET/building/process" 2>/dev/null)
    if [ -n "$builder" ] && ! kill -0 "$builder" 2>/dev/null; then rm -rf "$TARGET/building"; continue; fi
    [ $waited = yes ] || say "Another rotative is building; waiting for it."
    waited=yes
    sleep 1
  done
  echo $$ >"$TARGET/building/process"
  trap 'rm -rf "$TARGET/building"' EXIT
  trap 'rm -rf "$TARGET/building"; exit 130' INT TERM HUP
}

build_when_needed() {
  newer_than "$PROGRAM/built" || return 0
  one_at_a_time
  if newer_than "$PROGRAM/built"; then build; fi
  rm -rf "$TARGET/building"
  trap - EXIT INT TERM HUP
}

build() {
  need_maven
  mark=$TARGET/building/began
  : >"$mark" # what changes while we build is newer than this
  if [ -d "$PROGRAM" ]; then say 'Building Rotative: something changed.'
  else say 'Building Rotative for the first time. Libraries that are not on this machine are fetched; that can take minutes.'; fi
  put_together || exit 1
  pack_sample
  prepare_fast_start || say "   (starts will be slower: the log is $TARGET/fast-start.log)"
  mv "$mark" "$PROGRAM/built"
}

put_together() { # the program, by Maven; says what went wrong
  # shellcheck disable=SC2034 # read by step
  BEGAN=$(date +%s) CLEAR=''
  log=$TARGET/build.log status=$TARGET/build.status
  rm -f "$PROGRAM/built" "$PROGRAM/app.aot"
  { maven package -Drotative.build=program </dev/null; echo $? >"$status"; } 2>&1 | watch_maven "$log"
  if [ "$(cat "$status")" = 0 ]; then return 0; fi
  say 'rotative: The build failed:'
  { grep '^\[ERROR\]' "$log" || cat "$log"; } | grep -v -e 'Help 1' -e '[Rr]e-run Maven' -e 'read the following articles' -e '^\[ERROR\] *$' | tail -n 25 >&2
  say "The whole log: $log"
  return 1
}

pack_sample() {
  [ -f "$TARGET/classes/press/rotative/sample/PackSample.class" ] || return 0
  rm -rf "$TARGET/sample-renditions" # what was made of pictures that did not change is kept
  if [ -d "$SAMPLE/renditions" ]; then mv "$SAMPLE/renditions" "$TARGET/sample-renditions"; fi
  rm -rf "$SAMPLE"
  mkdir -p "$SAMPLE"
  if [ -d "$TARGET/sample-renditions" ]; then mv "$TARGET/sample-renditions" "$SAMPLE/renditions"; fi
  # shellcheck disable=SC2086
  if ! ( unset ROTATIVE_DATA ROTATIVE_DB_URL ROTATIVE_BLOBS ROTATIVE_SEARCH ROTATIVE_URL; cd "$HOME_FOLDER" &&
      exec "$JAVA_HOME/bin/java" $JAVA_FLAGS -Djava.awt.headless=true -cp "$PROGRAM/quarkus-run.jar" \
        press.rotative.sample.PackSample "$HOME_FOLDER/src/main/sample" "$SAMPLE" </dev/null ) >"$TARGET/sample.log" 2>&1; then
    tail -n 25 "$TARGET/sample.log" >&2
    rm -rf "$SAMPLE"
    fail "The sample newspaper could not be packed. The whole log: $TARGET/sample.log"
  fi
  step 'sample newspaper packed'
}

# --- Commands for developers ----------------------------------------------------------------------------------------

version() { sed -n 's:^  <version>\(.*\)</version>$:\1:p' "$HOME_FOLDER/pom.xml" | head -n 1; }

test_help() {
  cat <<'TEXT'
Usage: ./rotative test [ROOM [--long]]

Run the tests: all, or those of one room (story, wire, site ...). A room by itself leaves out what takes long (kills,
walks over every address, whole browsers) and names it; --long runs that too. Ends with a line "N passed, N failed, N skipped".
A browser test needs Chromium, a PostgreSQL test brings its own server. In CI (CI=true) a missing tool is a failure.
The whole output is in target/test.log.
TEXT
}

run_tests() {
  room='' long=no short=''
  for word in "$@"; do
    case $word in
      --help | -h) test_help; exit 0 ;;
      --long) long=yes ;;
      -*) wrong "test knows no option $word. Try: ./rotative test --help" ;;
      *) [ -z "$room" ] || wrong 'test takes one room, or none for all tests.'; room=$word ;;
    esac
  done
  [ -z "$room" ] || [ $long = yes ] || short=yes # for those who are changing a room: an answer within a minute
  tests=$HOME_FOLDER/src/test/java/press/rotative
  if [ -n "$room" ] && ! { [ -d "$tests/$room" ] && printf '%s' "$room" | grep -q '^[a-z]*$'; }; then
    wrong "There are no tests of a room $room. There are: $(cd "$tests" && find . -mindepth 1 -maxdepth 1 -type d | sed 's:^./::' | sort | tr '\n' ' ')"
  fi
  need_maven
  case $room in '' | command) build_when_needed ;; esac # these start the built program
  mkdir -p "$TARGET"
  rm -rf "$TARGET/surefire-reports"
  side_by_side='' # much of a test is waiting: two processes take the whole suite in little more than half the time
  [ -n "$room" ] || [ "$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)" -lt 2 ] || side_by_side=yes
  status_file=$TARGET/test.status
  { maven test -Dsurefire.useFile=true -Dsurefire.trimStackTrace=false ${room:+-Dtest="press/rotative/$room/**"} ${short:+-DexcludedGroups=long,screens} ${side_by_side:+-Dtests.processes=2}; echo $? >"$status_file"; } 2>&1 |
    tee "$TARGET/test.log" | grep -E --line-buffered '^\[(ERROR|INFO|WARNING)\] +Tests run:|^\[ERROR\]|Running press' |
    grep -v --line-buffered -e '[Rr]e-run Maven' -e 'read the following articles' -e 'Help 1' -e '^\[ERROR\] *$'
  if [ -n "$short" ]; then
    left_out=$(grep -lR '^@Tag("long")' "$tests/$room" | sed 's:.*/::; s:\.java$::' | sort | tr '\n' ' ')
    in_part=$(grep -lR '^ .*@Tag("long")' "$tests/$room" | sed 's:.*/::; s:\.java$: (in part):' | sort | tr '\n' ' ')
    [ -z "$left_out$in_part" ] ||
      say "Not run, since they take long: $left_out$in_part- ./rotative test $room --long runs them, ./rotative test runs all"
  fi
  count_tests "$(cat "$status_file")"
}

count_tests() { # from Maven's closing line; a run that executed nothing has failed
  # shellcheck disable=SC2046 # three numbers
  set -- "$1" $(sed -n 's/^.*Tests run: \([0-9]*\), Failures: \([0-9]*\), Errors: \([0-9]*\), Skipped: \([0-9]*\)[^0-9,]*$/\1 \2 \3 \4/p' \
    "$TARGET/test.log" | tail -n 1 | awk '{ print $1 - $2 - $3 - $4, $2 + $3, $4 }')
  status=$1 passed=${2:-0} failed=${3:-0} skipped=${4:-0}
  if [ "$status" -eq 0 ] && [ $((passed + failed)) -eq 0 ]; then say 'rotative: No test was run.'; status=1; fi
  if [ "$status" -ne 0 ]; then say "The whole log: $TARGET/test.log; one report a class: $TARGET/surefire-reports"; fi
  if [ "${CI:-}" = true ] && [ "$skipped" -gt 0 ]; then say 'rotative: In CI a skipped test is a failure.'; status=1; fi
  printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
  exit "$status"
}

run_dev() {
  case " $* " in
    *' --help '* | *' -h '*)
      cat <<'TEXT'
Usage: ./rotative dev [OPTIONS OF serve]

Serve, and whenever a source, a template, a word list or a migration changes, build again and restart. What does not
compile is said, and the last good program goes on serving.
TEXT
      exit 0 ;;
  esac
  build_when_needed
  seen=$TARGET/dev.seen server=''
  touch -r "$PROGRAM/built" "$seen"
  trap 'end_server; exit 0' INT TERM HUP
  start_server "$@"
  while :; do
    sleep 1
    if ! kill -0 "$server" 2>/dev/null; then wait "$server"; exit $?; fi
    newer_than "$seen" || continue
    : >"$seen"
    one_at_a_time
    need_maven
    if put_together; then
      end_server
      trap 'end_server; exit 0' INT TERM HUP
      start_server "$@"
    fi
    rm -rf "$TARGET/building"
    trap 'end_server; exit 0' INT TERM HUP
    trap - EXIT
  done
}

start_server() { ( run_program serve "$@" ) & server=$!; }

end_server() { if [ -n "$server" ]; then kill "$server" 2>/dev/null; wait "$server" 2>/dev/null; server=''; fi; }

run_format() {
  case " $* " in
    *' --help '* | *' -h '*) printf 'Usage: ./rotative format [ROOM]\n\nLay out the Java sources, of all rooms or one, as Spotless (Palantir) decides.\n'; exit 0 ;;
  esac
  need_maven
  maven -q spotless:apply ${1:+-DspotlessFiles=".*/press/rotative/$1/.*"}
}

run_lint() {
  case " $* " in
    *' --help '* | *' -h '*)
      printf 'Usage: ./rotative lint\n\nAsk whether the layout is the one of ./rotative format and whether null stays where it is allowed (NullAway).\n'
      exit 0 ;;
  esac
  need_maven
  maven -q spotless:check || fail 'The layout is not right: ./rotative format sets it.'
  maven -q compile -P nullness -Drotative.build=program || fail 'Null can get where it must not: see above.'
  if command -v npm >/dev/null 2>&1; then "$HOME_FOLDER/src/main/editor/bundle.sh" --check || exit 1; fi
  say 'Layout and nullness are right.'
}

run_bundle() {
  case " $* " in
    *' --help '* | *' -h '*)
      printf 'Usage: ./rotative bundle [--check]\n\nBundle the editor of a story (src/main/editor) into src/main/web/editor.js, which is committed; --check compares only.\nNeeds Node 20 or newer and npm. Building and running Rotative needs neither.\n'
      exit 0 ;;
  esac
  command -v npm >/dev/null 2>&1 || fail 'bundle needs Node 20 or newer and npm. Building and running Rotative needs neither.'
  "$HOME_FOLDER/src/main/editor/bundle.sh" "$@" || exit 1
}

run_screens() {
  case " $* " in
    *' --help '* | *' -h '*)
      cat <<'TEXT'
Usage: ./rotative screens

Take the pictures of the editors' documentation again: the sample newsroom is opened in a fresh data directory, its first
administrator comes in, and the screens that docs/editors speaks of are written into docs/pictures/editors. Look at them
before you commit them. Needs Chromium, on the path or in ROTATIVE_CHROMIUM.
TEXT
      exit 0 ;;
    *[!\ ]*) wrong "screens takes no options, not $1. Try: ./rotative screens --help" ;;
  esac
  need_maven
  CI=true maven -q test -Dtest=EditorsScreens -DexcludedGroups=long || fail 'The pictures could not be taken: see above.'
  say "Taken: $(find "$HOME_FOLDER/docs/pictures/editors" -name '*.webp' | wc -l) pictures in docs/pictures/editors."
}

run_bench() {
  command -v python3 >/dev/null 2>&1 || fail 'bench needs Python 3.11 or newer.'
  case " $* " in *' --help '* | *' -h '*) ;; *) build_when_needed; prepare_when_needed serve ;; esac
  PYTHONPATH=$HOME_FOLDER PYTHONDONTWRITEBYTECODE=1 exec python3 -m bench "$@"
}

run_dist() {
  case ${1:-} in
    --help | -h)
      cat <<'TEXT'
Usage: ./rotative dist

Make target/rotative-VERSION.tar.gz: the program with its libraries, the sample newspaper, a systemd unit, and a
./rotative that needs Java 25 and nothing else. Reading INSTALL.md inside is enough to run it; sbom.cdx.json names every
library and its licence (CycloneDX).
TEXT
      exit 0 ;;
    ?*) wrong "dist takes no options, not $1. Try: ./rotative dist --help" ;;
  esac
  build_when_needed
  name=rotative-$(version)
  stage=$TARGET/dist/$name
  rm -rf "$TARGET/dist"
  mkdir -p "$stage" || exit 1
  cp -p "$HOME_FOLDER/rotative" "$HOME_FOLDER/LICENSE" "$stage/"
  cp -p "$HOME_FOLDER"/src/main/dist/* "$stage/"
  for page in README.md CHANGELOG.md; do [ ! -f "$HOME_FOLDER/$page" ] || cp -p "$HOME_FOLDER/$page" "$stage/"; done
  cp -Rp "$PROGRAM" "$stage/lib"
  rm -f "$stage/lib/built" "$stage/lib"/app.aot* "$stage/lib/quarkus-app-dependencies.txt"
  [ ! -d "$SAMPLE" ] || cp -Rp "$SAMPLE" "$stage/sample"
  need_maven
  maven -q cyclonedx:makeBom -Drotative.build=program >&2 || fail 'The list of libraries (SBOM) could not be made: see above.'
  cp -p "$TARGET/sbom.cdx.json" "$stage/"
  ( cd "$TARGET/dist" && tar -cf - "$name" | gzip -9 >"$TARGET/$name.tar.gz" ) || fail 'The archive could not be written.'
  rm -rf "$TARGET/dist"
  printf '%s\n' "$TARGET/$name.tar.gz"
}
