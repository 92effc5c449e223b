import type { DemoListing } from '../demo/demo-listings.ts'

/** Draws what stands for a screenshot: across all of it stands that it is invented. */
export async function drawDemoPicture({
  title,
  seller,
  price,
  rank,
}: DemoListing): Promise<Uint8Array<ArrayBuffer>> {
  const [width, height] = [640, 360]
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error('The browser gives no canvas.')
  context.fillStyle = '#f4f5f7'
  context.fillRect(0, 0, width, height)
  context.fillStyle = `hsl(${(rank * 47) % 360} 45% 60%)`
  context.fillRect(24, 24, 200, 240)
  context.fillStyle = '#fff'
  context.fillRect(100, 60, 48, 170)
  context.fillStyle = '#1d2330'
  context.font = '15px sans-serif'
  context.fillText(title, 24, 300, width - 48)
  context.fillText(`${price} · ${seller.name}`, 24, 328, width - 48)
  context.translate(width / 2, height / 2)
  context.rotate(-0.4)
  context.textAlign = 'center'
  context.font = 'bold 84px sans-serif'
  context.fillStyle = 'rgb(190 30 45 / 55%)'
  context.fillText('DEMO', 0, 0)
  context.font = 'bold 26px sans-serif'
  context.fillText('invented, not a real listing', 0, 38)
  const png = await canvas.convertToBlob({ type: 'image/png' })
  return new Uint8Array(await png.arrayBuffer())
}
