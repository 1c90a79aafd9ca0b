// Makes a fresh machine ready for an npm script. Plain JavaScript without dependencies: it runs on the Node that the
// machine has (20 or later), before anything is installed.  usage: node cms/launch/setup.mjs start|test|check
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findProgram } from './find-program.mjs'

const root = join(import.meta.dirname, '../..')
const STAMP = 'node_modules/.installed-lock.sha256'

/** What a mode needs beside npm packages: a command that proves it is there, and the Debian packages that bring it. */
const FFMPEG = { name: 'ffmpeg', commands: ['ffmpeg', 'ffprobe'], packages: ['ffmpeg'] }
const NEEDS = {
  check: [],
  start: [FFMPEG],
  test: [
    FFMPEG,
    { name: 'Chromium', commands: ['chromium'], packages: ['chromium'] },
    { name: 'nginx', commands: ['nginx'], packages: ['nginx'] },
    {
      name: 'WPE WebKit (set-top-box engine)',
      commands: ['cog', 'weston', 'WPEWebDriver'],
      packages: [
        'cog',
        'weston',
        'wpewebkit-driver',
        'libgl1-mesa-dri',
        'libegl-mesa0',
        'gstreamer1.0-libav',
        'gstreamer1.0-plugins-good',
        'gstreamer1.0-plugins-bad',
      ],
    },
  ],
}

/** Runs the whole set-up for a mode; exits the process with a sentence when something vital is missing. */
export function setUp(mode) {
  process.chdir(root)
  installPackages()
  linkNode()
  const missing = NEEDS[mode].filter((need) => !isThere(need))
  if (missing.length === 0) return
  if (mayInstall()) installDebian(missing)
  for (const need of missing.filter((each) => !isThere(each))) report(need, mode)
}

/** `npm ci` when the lock file says something else than what is installed; a mere touch of the file installs nothing. */
function installPackages() {
  const lock = readFileSync('package-lock.json')
  const wanted = createHash('sha256').update(lock).digest('hex')
  const packages = JSON.parse(lock).packages
  if (isInstalled(wanted) && firstAbsent(packages) === undefined) return
  console.log('installing packages …')
  const npm = process.env.npm_execpath
  // The clients are built on this machine, and a service with NODE_ENV=production would be left without what builds them.
  const words = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const [command, args] = npm ? [process.env.npm_node_execpath ?? process.execPath, [npm, ...words]] : ['npm', words]
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) {
    console.error('npm ci failed: see the lines above; a working connection to an npm registry is needed once')
    process.exit(status ?? 1)
  }
  const absent = firstAbsent(packages)
  if (absent !== undefined) {
    console.error(`npm ci left out ${absent}: look for omit or include in npm's settings (npm config list)`)
    process.exit(1)
  }
  writeFileSync(STAMP, wanted)
}

/** The first folder of the lock file that is not there; what npm may leave out on some platforms does not count. */
function firstAbsent(packages) {
  const isNeeded = ([path, entry]) => path !== '' && !entry.optional && !entry.devOptional
  return Object.entries(packages)
    .filter(isNeeded)
    .map(([path]) => path)
    .find((path) => !existsSync(join(path, 'package.json')))
}

/** True when the packages of this lock file are there: by our own stamp, or by npm's after an install by hand. */
function isInstalled(wanted) {
  if (existsSync(STAMP)) return readFileSync(STAMP, 'utf8') === wanted
  const npms = 'node_modules/.package-lock.json'
  return existsSync(npms) && statSync('package-lock.json').mtimeMs <= statSync(npms).mtimeMs
}

/** npm 10 leaves `.bin/node` out when the lock file names two platforms. */
function linkNode() {
  const packageName = `node-${process.platform}-${process.arch}`
  const link = 'node_modules/.bin/node'
  if (!existsSync(`node_modules/${packageName}/bin/node`) || existsSync(link)) return
  mkdirSync('node_modules/.bin', { recursive: true })
  rmSync(link, { force: true })
  symlinkSync(`../${packageName}/bin/node`, link)
}

function isThere(need) {
  if (need === FFMPEG && process.env.FFMPEG_PATH && process.env.FFPROBE_PATH) return true
  return need.commands.every((command) => findProgram(command) !== undefined)
}

function mayInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && findProgram('apt-get') !== undefined
}

function installDebian(missing) {
  const packages = missing.flatMap((need) => need.packages)
  console.log(`installing ${missing.map((need) => need.name).join(', ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env }
  spawnSync('apt-get', ['update', '-qq'], quiet)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet)
}

/** Without ffmpeg nothing can start; a missing browser only leaves its tests out. */
function report(need, mode) {
  const how = `install it: apt-get install ${need.packages.join(' ')} (Debian, Ubuntu), or the package of that name of your system`
  if (need === FFMPEG) {
    console.error(`ffmpeg is missing. ${how}; or set FFMPEG_PATH and FFPROBE_PATH`)
    process.exit(1)
  }
  console.log(`not run: what needs ${need.name} (${mode}). ${how}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const mode = process.argv[2] ?? ''
  if (!(mode in NEEDS)) {
    console.error('usage: node cms/launch/setup.mjs start|test|check')
    process.exit(2)
  }
  setUp(mode)
}
