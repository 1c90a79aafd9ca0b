#!/bin/bash
# A real set-top-box browser engine under WebDriver: WPE WebKit 2.38 (the engine of RDK boxes) in `cog`, drawn by Mesa's
# software GL inside a headless Weston compositor. Debian 12 packages only.
#
#   stb-engine.sh install                       apt-get install what is needed (root)
#   stb-engine.sh missing                       names of missing programs, one per line; nothing when it can run
#   stb-engine.sh start [PORT] [WIDTHxHEIGHT]   default 9515 1920x1080; prints the WebDriver URL
#   stb-engine.sh shot  PORT FILE.png           the true composed frame (video + WebGL + DOM; WebDriver's own screenshot lacks them)
#   stb-engine.sh state PORT                    'locked' when a page process waits on a lock and no longer for events, else 'running'
#   stb-engine.sh stop  [PORT]                  end what `start` began on that port, browsers included
#
# One session at a time; delete it before `stop`. 1280x720 crashes this cog: use 1920x1080 or 3840x2160.
# Its web process crashes or locks up in about 1 of 10 video plays (engine bug): new session on exactly that, video checks short.
# Frame times here are software drawing: it answers "does it work on the engine", never "how fast".
# `--idle-time=0`: Weston sleeps after 300 s without real input (WebDriver keys are not), and then frames stop.
set -euo pipefail
port=${2:-9515}
size=${3:-1920x1080}
case $size in *x*) ;; *) size=1920x1080 ;; esac
dir=${TMPDIR:-/tmp}/stb-engine-$port

# No curl and no pgrep: neither is part of a small Debian.
answers() {
  exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
  printf 'GET /status HTTP/1.0\r\n\r\n' >&3
  IFS= read -r -t 2 line <&3 || line=
  exec 3>&-
  case $line in HTTP/*) ;; *) return 1 ;; esac
} 2>/dev/null

# The newest page process of process group $1: pgrep's `-g $1 WPEWebProcess | tail -1` by /proc alone.
page_process() {
  local newest='' entry stat state parent group
  for entry in /proc/[0-9]*/stat; do
    IFS= read -r stat <"$entry" || continue
    case $stat in *'(WPEWebProcess)'*) ;; *) continue ;; esac
    read -r state parent group _ <<<"${stat##*) }"
    entry=${entry//[!0-9]/}
    if [ "$group" = "$1" ] && [ "$entry" -gt "${newest:-0}" ]; then newest=$entry; fi
  done 2>/dev/null
  echo "$newest"
}

case ${1:-} in
install)
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends cog weston wpewebkit-driver \
    libgl1-mesa-dri libegl-mesa0 gstreamer1.0-libav gstreamer1.0-plugins-good gstreamer1.0-plugins-bad >/dev/null ;;
missing)
  for program in weston cog WPEWebDriver weston-screenshooter; do command -v "$program" >/dev/null || echo "$program"; done ;;
start)
  mkdir -p "$dir"; chmod 700 "$dir"; export XDG_RUNTIME_DIR=$dir
  weston --backend=headless-backend.so --use-gl --idle-time=0 --debug --width="${size%x*}" --height="${size#*x}" --socket=stb \
    >"$dir/weston.log" 2>&1 & echo $! >"$dir/weston.pid"
  for _ in $(seq 100); do [ -S "$dir/stb" ] && break; sleep 0.1; done
  [ -S "$dir/stb" ] || { echo "weston did not start: see $dir/weston.log" >&2; exit 1; }
  set -m  # the driver gets a process group of its own: `stop` ends the browsers it started too
  WAYLAND_DISPLAY=stb COG_PLATFORM_WL_VIEW_FULLSCREEN=1 WPEWebDriver --port="$port" >"$dir/driver.log" 2>&1 & echo $! >"$dir/driver.pid"
  for _ in $(seq 100); do answers && break; sleep 0.1; done
  answers || { echo "the driver did not start: see $dir/driver.log" >&2; exit 1; }
  echo "http://127.0.0.1:$port" ;;
shot)
  work=$(mktemp -d)
  (cd "$work" && XDG_RUNTIME_DIR=$dir WAYLAND_DISPLAY=stb timeout 20 weston-screenshooter >/dev/null 2>&1)
  mv "$work"/*.png "${3:?FILE.png}"; rmdir "$work" ;;
state)
  # An idle or busy page waits in poll or runs; only the engine's own deadlock keeps its main thread at a futex look after look.
  state=locked; web=$(page_process "$(cat "$dir/driver.pid")")
  for _ in 1 2 3 4 5; do
    case $(cat "/proc/${web:-none}/wchan" 2>/dev/null) in *futex*) sleep 0.3 ;; *) state=running; break ;; esac
  done
  echo $state ;;
stop)
  for name in driver weston; do
    [ -f "$dir/$name.pid" ] || continue
    pid=$(cat "$dir/$name.pid"); kill -- "-$pid" 2>/dev/null || kill "$pid" 2>/dev/null || true
    for _ in $(seq 50); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
  done
  rm -rf "$dir" ;;
*) sed -n '2,12p' "$0"; exit 2 ;;
esac
