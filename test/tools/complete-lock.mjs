#!/usr/bin/env node
// Completes package-lock.json after `npm install` on a machine whose registry lacks some platforms' binaries.
// For every optional platform package that the lock names as a dependency but has no entry for, it adds an entry
// with version, os and cpu (no integrity needed). Without it `npm ci` of npm 11 and 12 stops with "Missing … from
// lock file", here and for everybody else. Run it after every change of dependencies:  node complete-lock.mjs [lock]
import { readFileSync, writeFileSync } from 'node:fs'

const file = process.argv[2] ?? 'package-lock.json'
const lock = JSON.parse(readFileSync(file, 'utf8'))
const entries = lock.packages
const OS = ['android', 'darwin', 'linux', 'win32', 'freebsd', 'netbsd', 'openbsd', 'sunos', 'aix', 'openharmony']
const CPU = ['x64', 'arm64', 'arm', 'ia32', 'riscv64', 's390x', 'ppc64', 'loong64', 'mips64el', 'wasm32']

/** Where npm would look for `name` from the package at `path`, nearest first. */
function places(path, name) {
  const found = []
  for (let dir = path; ; ) {
    found.push(`${dir ? `${dir}/` : ''}node_modules/${name}`)
    if (!dir) return found
    const at = dir.lastIndexOf('node_modules/')
    dir = at > 0 ? dir.slice(0, at - 1) : ''
  }
}

/** os and cpu as the package's name tells them. */
function platformOf(name) {
  const words = name.replace(/^@[^/]+\//, '').split(/[-_/]/)
  const os = OS.find((o) => words.includes(o)) ?? (words.includes('win') ? 'win32' : words.includes('linuxmusl') ? 'linux' : undefined)
  const cpu = CPU.find((c) => words.includes(c)) ?? (words.includes('armv7') || words.includes('gnueabihf') ? 'arm' : undefined)
  return { os, cpu }
}

let added = 0
for (const [path, entry] of Object.entries({ ...entries })) {
  for (const [name, want] of Object.entries(entry.optionalDependencies ?? {})) {
    const version = /^[\^~=]?(\d+\.\d+\.\d+[^ ]*)$/.exec(want)?.[1]
    const hit = places(path, name).find((place) => entries[place])
    const fits = hit && (!version || entries[hit].version === version || (!entries[hit].os && !entries[hit].cpu) || /^[\^~]/.test(want))
    if (fits) continue
    const { os, cpu } = platformOf(name)
    if (!version || (!os && !cpu)) {
      console.log('skipped', name, want)
      continue
    }
    const key = hit ? `${path.slice(0, path.lastIndexOf('node_modules/'))}node_modules/${name}` : `node_modules/${name}`
    entries[key] = { version, ...(cpu && { cpu: [cpu] }), optional: true, ...(os && { os: [os] }) }
    added += 1
  }
}
lock.packages = Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`added ${added}`)
