import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { repositoryRoot } from './built-extension.ts'

/**
 * ReplayWeb.page, the common reader of WACZ, by other hands than ours. It is no dependency: its licence
 * (AGPL-3.0) must not come near what ships, and for two files it would install 165 packages.
 */
const version = '2.5.3'
/** Of the package as published. */
const integrity =
  'sha512-nCj2PSON3BxeSJKE8AsYPyULv0XPZKJWfy4l9PyQre9SqwLZ+WKZVs/sfLqPOQ4GrH+0YkjbwOhr8cSTH08gsQ=='

const run = promisify(execFile)

/** The folder of its files, fetched once from the npm registry into `out/`. */
async function replayWebPage(): Promise<string> {
  const out = join(repositoryRoot, 'out')
  const folder = join(out, `replaywebpage-${version}`)
  if (existsSync(join(folder, 'package', 'ui.js'))) return folder
  await mkdir(out, { recursive: true })
  const fresh = await mkdtemp(join(out, 'replaywebpage-'))
  try {
    const archive = join(fresh, `replaywebpage-${version}.tgz`)
    await npm(['pack', `replaywebpage@${version}`, '--pack-destination', fresh, '--silent'])
    const actual = `sha512-${createHash('sha512')
      .update(await readFile(archive))
      .digest('base64')}`
    if (actual !== integrity) throw new Error(`replaywebpage@${version} is not the one that was published.`)
    await run('tar', ['-xzf', archive, '-C', fresh])
    await rename(fresh, folder)
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    throw error
  }
  return folder
}

/** @throws Error that says what to do where the registry cannot be reached. */
async function npm(parameters: string[]): Promise<void> {
  try {
    await run('npm', parameters, { shell: process.platform === 'win32' })
  } catch (error) {
    throw new Error(
      `This test needs replaywebpage@${version} from the npm registry, once. It could not be fetched: connect to the registry and run the test again.`,
      { cause: error },
    )
  }
}

const mediaTypes: Record<string, string> = { html: 'text/html', js: 'text/javascript' }

export interface Replay {
  /** Opens the archive. */
  url: string
  close(): Promise<void>
}

/** Serves ReplayWeb.page and one archive on 127.0.0.1. */
export async function startReplay(wacz: Uint8Array): Promise<Replay> {
  const folder = join(await replayWebPage(), 'package')
  const server = createServer((request, response) => {
    void answer(request, response).catch((error) => response.destroy(error))
  })
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname.slice(1) || 'index.html'
    if (path === 'pack.wacz') return sendRange(wacz, request, response)
    if (!/^(index\.html|ui\.js|sw\.js)$/.test(path)) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': mediaTypes[path.split('.').at(-1) ?? ''] })
    return response.end(await readFile(join(folder, path)))
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/?source=/pack.wacz`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Readers of WACZ ask for pieces of it. */
function sendRange(bytes: Uint8Array, { method, headers }: IncomingMessage, response: ServerResponse) {
  const range = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '')
  const start = Number(range?.[1] ?? 0)
  const end = range?.[2] ? Math.min(Number(range[2]), bytes.length - 1) : bytes.length - 1
  response.writeHead(range ? 206 : 200, {
    'content-type': 'application/wacz',
    'accept-ranges': 'bytes',
    'content-length': end - start + 1,
    ...(range ? { 'content-range': `bytes ${start}-${end}/${bytes.length}` } : {}),
  })
  response.end(method === 'HEAD' ? undefined : bytes.subarray(start, end + 1))
}
