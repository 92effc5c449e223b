import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface TsaServer {
  /** http on 127.0.0.1: for tests of what comes after the address was checked. */
  url: string
  /** What was asked, in order. */
  asked: Array<{ method: string; headers: Record<string, unknown>; body: Uint8Array<ArrayBuffer> }>
  close(): Promise<void>
}

/** Serves whatever `respond` does with each query, on a free port of 127.0.0.1. */
export async function serveTsa(
  respond: (query: Uint8Array<ArrayBuffer>, response: ServerResponse) => unknown,
): Promise<TsaServer> {
  const asked: TsaServer['asked'] = []
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const body = new Uint8Array(Buffer.concat(pieces))
      asked.push({ method: request.method ?? '', headers: request.headers, body })
      void respond(body, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsr`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
