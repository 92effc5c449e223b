import type { ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { askTsa } from '../../../lib/browser/ask-tsa.ts'
import { serveTsa, type TsaServer } from '../../support/tsa-server.ts'

const query = new Uint8Array([1, 2, 3])
let server: TsaServer | null = null

afterEach(async () => {
  await server?.close()
  server = null
})

async function ask(
  respond: (response: ServerResponse) => unknown,
  limits = { timeoutMs: 10_000, answerBytes: 1000 },
) {
  server = await serveTsa((_, response) => respond(response))
  return askTsa(limits)(server.url, query)
}

describe('asking a time-stamp authority', () => {
  test('sends the query alone, as RFC 3161 says, and returns the answer’s bytes', async () => {
    const answer = await ask((response) => response.end(Buffer.from([9, 8, 7])))
    expect(answer).toEqual(new Uint8Array([9, 8, 7]))
    const [asked] = server?.asked ?? []
    expect(asked).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    })
    expect(asked?.body).toEqual(query)
    expect(Object.keys(asked?.headers ?? {})).not.toContain('cookie')
  })

  const failures: Array<[what: string, code: string, respond: (response: ServerResponse) => unknown]> = [
    ['an error of the server', 'tsa-refused', (response) => response.writeHead(503).end('busy')],
    [
      'another address',
      'tsa-unreachable',
      (response) => response.writeHead(302, { location: '/other' }).end(),
    ],
    ['more than it may', 'tsa-too-long', (response) => response.end(Buffer.alloc(1001))],
    [
      'more than it said',
      'tsa-unreachable',
      (response) => {
        response.writeHead(200, { 'content-length': '5' })
        response.socket?.end(Buffer.alloc(3))
      },
    ],
    ['nothing at all', 'tsa-unreachable', (response) => response.destroy()],
  ]
  test.each(failures)('ends with a reason where it sends %s', async (_, code, respond) => {
    await expect(ask(respond)).rejects.toMatchObject({ name: 'ExpectedError', code })
  })

  test('an answer without an end is cut off at its size', async () => {
    const endless = (response: ServerResponse) => {
      const write = () => {
        while (!response.destroyed && response.write(Buffer.alloc(1000)));
        response.once('drain', write)
      }
      write()
    }
    await expect(ask(endless)).rejects.toMatchObject({ code: 'tsa-too-long' })
  })

  test('an answer that does not come, or drips, is given up in time', async () => {
    const limits = { timeoutMs: 300, answerBytes: 1000 }
    await expect(ask(() => undefined, limits)).rejects.toMatchObject({ code: 'tsa-slow' })
    await server?.close()
    const drip = (response: ServerResponse) => {
      const timer = setInterval(() => response.write('.'), 50)
      response.once('close', () => clearInterval(timer))
    }
    await expect(ask(drip, limits)).rejects.toMatchObject({ code: 'tsa-slow' })
  })

  test('an address where nobody is, is unreachable', async () => {
    const gone = await serveTsa(() => undefined)
    await gone.close()
    await expect(askTsa()(gone.url, query)).rejects.toMatchObject({ code: 'tsa-unreachable' })
  })
})
