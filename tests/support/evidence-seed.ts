import type { Page } from 'playwright-core'
import { openTestDatabase, type TestHouse } from './open-test-database.ts'
import { type SeedRows, writeSeed } from './queue-seed.ts'
import { encodePng } from './sample-site/png.ts'

/** A chequered PNG that differs for every number. */
export const chequered = (width: number, height: number, number: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    encodePng(
      width,
      height,
      Uint8Array.from({ length: width * height * 3 }, (_, index) => {
        const [x, y] = [Math.floor(index / 3) % width, Math.floor(index / 3 / width)]
        return ((x >> 5) + (y >> 5)) % 2 ? 120 + ((number * 37) % 100) : 235
      }),
    ),
  )

export const textBytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** What `fill` stores, as rows. Keys stay out: a browser makes its own, and seals what is due with it. */
export async function evidenceSeed(fill: (house: TestHouse) => Promise<void>): Promise<SeedRows> {
  const house = await openTestDatabase()
  await fill(house)
  const rows: SeedRows = {}
  for (const table of house.database.tables) {
    if (table.name !== 'keys') rows[table.name] = await table.toArray()
  }
  await house.database.delete()
  return rows
}

/** Puts the rows into the extension's database and opens this address of the dashboard. */
export async function openSeededDashboard(page: Page, rows: SeedRows, hash: string): Promise<void> {
  await page.getByRole('heading', { name: 'No evidence yet' }).waitFor()
  await writeSeed(page, rows)
  await goTo(page, hash)
}

/** Goes to an address of the dashboard as a reload does. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.goto(page.url().replace(/#.*$/, hash))
  await page.reload()
}
