import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { generate } from 'selfsigned'
import { imageDomains } from '../../lib/site/hosts.ts'
import { drawPicture } from './sample-site/pictures.ts'
import { type SampleSiteOptions, samplePage } from './sample-site/sample-site.ts'

/** One request that reached the sample server. */
export interface LoggedRequest {
  method: string
  host: string
  path: string
  /** What the browser wants it for: "document", "image", "script", "empty" (fetch), or "" where it does not say. */
  destination: string
  /** The Origin header: names an extension that asks by fetch. */
  origin: string
  /** False where the sample site has nothing of that host. */
  known: boolean
  status: number
}

/** Takes the body of a request and gives status, media type and body of the answer. */
export type Service = (
  body: Uint8Array<ArrayBuffer>,
) => Promise<{ status: number; type: string; body: Uint8Array }>

export interface SampleServer {
  port: number
  /** Everything that was asked for, in order. */
  requests: LoggedRequest[]
  /** Serves `html` at this address instead of what the sample site has. */
  setPage: (url: string, html: string) => void
  /** Lets `answer` take what is sent to this address, e.g. that of a time-stamp authority. */
  setService: (url: string, answer: Service) => void
  /** Forgets what `setPage` and `setService` put in, and the log. */
  reset: () => void
  close: () => Promise<void>
}

/** Hosts that Chromium itself asks (updates, sign-in, autofill), whatever is installed in it. */
const browserOwnHosts = /^(accounts|clients\d|www)\.google\.com$|\.(googleapis|gvt1)\.com$/

/** What was asked of hosts that the sample site does not have, without the browser's own requests. */
export const strangeRequests = (requests: LoggedRequest[]): LoggedRequest[] =>
  requests.filter(({ known, host }) => !known && !browserOwnHosts.test(host))

const pictureHosts = new RegExp(
  `(^|\\.)(${imageDomains.map((domain) => domain.replaceAll('.', '\\.')).join('|')})$`,
)

/** Side in pixels that a picture address asks for, at most 800; 480 where it names none. */
function askedSide(path: string): number {
  const size = /_(\d+)x\d+/.exec(path)?.[1]
  return size ? Math.min(800, Math.max(40, Number(size))) : 480
}

async function serve(request: IncomingMessage, service: Service): ReturnType<Service> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return service(new Uint8Array(Buffer.concat(pieces)))
}

/**
 * Starts the sample site on a free port of 127.0.0.1: every shop, picture and unknown host in one HTTPS server,
 * told apart by the Host header. Its certificate is made at the start and belongs to nobody.
 */
export async function startSampleServer(options: SampleSiteOptions = {}): Promise<SampleServer> {
  const requests: LoggedRequest[] = []
  const pages = new Map<string, string>()
  const services = new Map<string, Service>()

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '')
    const url = new URL(`https://${host || 'unknown.invalid'}${request.url ?? '/'}`)
    const log = (known: boolean, status: number) =>
      requests.push({
        method: request.method ?? '',
        host,
        path: `${url.pathname}${url.search}`,
        destination: String(request.headers['sec-fetch-dest'] ?? ''),
        origin: String(request.headers.origin ?? ''),
        known,
        status,
      })
    const send = (status: number, type: string, body: string | Buffer) => {
      response.writeHead(status, {
        'content-type': type,
        'cache-control': type.startsWith('image/') ? 'max-age=600' : 'no-store',
        ...(type.startsWith('image/') ? { 'access-control-allow-origin': '*' } : {}),
      })
      response.end(body)
    }
    const service = services.get(url.href)
    if (service) {
      return void serve(request, service).then(({ status, type, body }) => {
        log(true, status)
        send(status, type, Buffer.from(body))
      })
    }
    if (pictureHosts.test(host)) {
      const hash = /^\/kf\/([A-Za-z0-9]+)/.exec(url.pathname)?.[1]
      log(true, hash ? 200 : 404)
      return hash
        ? send(200, 'image/png', drawPicture(hash, askedSide(url.pathname)))
        : send(404, 'text/plain', '')
    }
    const page = pages.get(url.href) ?? pages.get(`${url.origin}${url.pathname}`) ?? samplePage(url, options)
    if (page === 'unknown-host') {
      log(false, 404)
      return send(404, 'text/plain', 'The sample site has no such host.')
    }
    log(true, page === 'not-found' ? 404 : 200)
    if (page === 'not-found')
      return send(404, 'text/html; charset=utf-8', '<!DOCTYPE html><title>404</title>')
    return send(200, 'text/html; charset=utf-8', page)
  }

  const certificate = await generate([{ name: 'commonName', value: 'sample-site.invalid' }], {
    keySize: 2048,
    algorithm: 'sha256',
  })
  const server = createServer({ key: certificate.private, cert: certificate.cert }, answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    setPage: (url, html) => pages.set(url, html),
    setService: (url, service) => services.set(url, service),
    reset: () => {
      pages.clear()
      services.clear()
      requests.length = 0
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
