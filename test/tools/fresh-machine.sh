#!/usr/bin/env bash
# Proves the README on a machine that has nothing: a Debian 12 made by debootstrap, with Node 20, npm and git only.
#   test/tools/fresh-machine.sh FOLDER start      npm start; prints the seconds from the install's end to each line
#   test/tools/fresh-machine.sh FOLDER test       npm test
#   test/tools/fresh-machine.sh FOLDER clean      unmounts and removes FOLDER
# Root on Debian with debootstrap, Node 20 in /usr/bin and npm in /usr/lib/node_modules; the checkout's HEAD is cloned.
set -euo pipefail
repository=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
folder=${1:?FOLDER} verb=${2:?start, test or clean}
MOUNTS=(proc dev sys)

mounted() { mountpoint -q "$folder/$1"; }

clean() {
  for mount in "${MOUNTS[@]}"; do if mounted "$mount"; then umount -R "$folder/$mount"; fi; done
  rm -rf --one-file-system "$folder"
}

prepare() {
  if [ ! -x "$folder/usr/bin/git" ]; then
    debootstrap --variant=minbase --include=ca-certificates,git bookworm "$folder" http://deb.debian.org/debian
    cp /usr/bin/node "$folder/usr/bin/node"
    mkdir -p "$folder/usr/lib/node_modules"
    cp -r /usr/lib/node_modules/npm "$folder/usr/lib/node_modules/"
    ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$folder/usr/bin/npm"
    cp /etc/resolv.conf /etc/hosts "$folder/etc/"
    cp -rL --remove-destination /etc/ssl/certs/. "$folder/etc/ssl/certs/"
  fi
  mounted proc || mount -t proc proc "$folder/proc"
  mounted dev || mount --rbind /dev "$folder/dev"
  mounted sys || mount --bind /sys "$folder/sys"
  rm -rf "$folder/root/legal"
  git clone --quiet "$repository" "$folder/root/legal"
}

# A network that signs for the registry by itself says so in NODE_EXTRA_CA_CERTS; its certificate was copied above.
inside() {
  chroot "$folder" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 PORT="${PORT:-8093}" \
    ${NODE_EXTRA_CA_CERTS:+NODE_EXTRA_CA_CERTS="$NODE_EXTRA_CA_CERTS"} bash -c "cd /root/legal && $1"
}

case $verb in
  clean) clean ;;
  start) prepare; inside 'npm start' ;;
  test) prepare; inside 'npm test' ;;
  *) sed -n 2,7p "$0"; exit 2 ;;
esac
