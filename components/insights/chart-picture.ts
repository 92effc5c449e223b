import { ExpectedError } from '../../lib/core/expected-error.ts'
import type { ChartSeries } from './figure-chart.tsx'

/** Sharp on paper too. */
const scale = 2
const margin = 16
const titleHeight = 28
const lineHeight = 20
const legendMark = 10
const ownStyles = [
  'fill',
  'stroke',
  'stroke-width',
  'font-size',
  'font-family',
  'font-weight',
  'text-anchor',
  'opacity',
]

/**
 * A chart as it stands on the page, with title, legend and a line below, as PNG.
 * @throws ExpectedError `chart-not-drawn` where the browser cannot.
 */
export async function chartPicture(
  place: HTMLElement,
  { title, footer, series }: { title: string; footer: string; series: readonly ChartSeries[] },
): Promise<Blob> {
  const chart = place.querySelector('svg')
  if (!chart) throw notDrawn()
  const { width, height } = chart.getBoundingClientRect()
  const styles = getComputedStyle(place)
  const token = (name: string) => styles.getPropertyValue(name).trim()
  const image = await loadedImage(withOwnStyles(chart, width, height))
  const canvas = new OffscreenCanvas(
    (width + 2 * margin) * scale,
    (titleHeight + height + 2 * lineHeight + 2 * margin) * scale,
  )
  const context = canvas.getContext('2d')
  if (!context) throw notDrawn()
  context.scale(scale, scale)
  context.fillStyle = token('--surface')
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = token('--ink')
  context.font = `600 16px ${styles.fontFamily}`
  context.fillText(title, margin, margin + 14, width)
  context.drawImage(image, margin, margin + titleHeight, width, height)
  const legendTop = margin + titleHeight + height + 14
  context.font = `12px ${styles.fontFamily}`
  let left = margin
  for (const { label, colour } of series) {
    context.fillStyle = token(colour)
    context.fillRect(left, legendTop - legendMark + 1, legendMark, legendMark)
    context.fillStyle = token('--ink-soft')
    context.fillText(label, left + legendMark + 5, legendTop)
    left += legendMark + 5 + context.measureText(label).width + 16
  }
  context.fillText(footer, margin, legendTop + lineHeight, width)
  return canvas.convertToBlob({ type: 'image/png' })
}

/** What the page's styles say of each part, written into the part: a picture knows no styles of a page. */
function withOwnStyles(chart: SVGSVGElement, width: number, height: number): Blob {
  const copy = chart.cloneNode(true) as SVGSVGElement
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')]
  for (const [index, part] of [chart, ...chart.querySelectorAll<SVGElement>('*')].entries()) {
    const computed = getComputedStyle(part)
    for (const name of ownStyles) copies[index]?.style.setProperty(name, computed.getPropertyValue(name))
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' })
}

async function loadedImage(svg: Blob): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(svg)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    return image
  } catch (error) {
    throw notDrawn(error)
  } finally {
    URL.revokeObjectURL(url)
  }
}

const notDrawn = (cause?: unknown) =>
  new ExpectedError('chart-not-drawn', 'The browser did not draw the chart. Save its table as CSV instead.', {
    cause,
  })
