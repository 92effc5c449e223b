import Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import Sigma from 'sigma'
import type { DrawnGraph } from '../../lib/sellers/seller-graph.ts'
import type { LinkKind } from '../../lib/sellers/seller-trace.ts'
import { words } from './graph-words.ts'

/** A drawing that is shown. */
export interface SellerDrawing {
  zoomIn(): void
  zoomOut(): void
  showAll(): void
  end(): void
}

interface NodeFacts {
  x: number
  y: number
  size: number
  label: string
  color: string
}

/** Colours of the theme by which kinds differ; the table says them in words. */
const kindColours: Record<LinkKind, string> = {
  company: '--danger',
  licence: '--danger',
  email: '--warn',
  phone: '--warn',
  picture: '--patent',
  name: '--undecided',
}

/** Rounds of the layout: more moves a graph of this size no further. */
const rounds = 150

/**
 * Draws sellers as discs and what they share as dots between them. Null where the browser has no WebGL. Where each
 * stands depends on the links alone: the same links are the same drawing.
 */
export function drawSellers(
  container: HTMLElement,
  drawn: DrawnGraph,
  nameOf: (sellerId: string) => string,
  onOpen: (sellerId: string) => void,
): SellerDrawing | null {
  if (!document.createElement('canvas').getContext('webgl2')) return null
  const theme = getComputedStyle(document.documentElement)
  const colour = (token: string) => theme.getPropertyValue(token).trim()
  const graph = placed(drawn, nameOf, colour)
  const ink = colour('--ink')
  const line = colour('--line-strong')
  const faint = colour('--hover')
  let pointed: string | null = null
  const isNear = (node: string) => pointed === null || node === pointed || graph.areNeighbors(node, pointed)
  const sigma = new Sigma<NodeFacts>(graph, container, {
    labelColor: { color: ink },
    labelFont: theme.fontFamily || 'system-ui, sans-serif',
    labelSize: 12,
    labelRenderedSizeThreshold: 7,
    defaultEdgeColor: line,
    zIndex: true,
    defaultDrawNodeHover: (context, data, settings) => {
      context.beginPath()
      context.arc(data.x, data.y, data.size + 3, 0, Math.PI * 2)
      context.strokeStyle = ink
      context.lineWidth = 2
      context.stroke()
      if (!data.label) return
      context.font = `${settings.labelSize}px ${settings.labelFont}`
      const width = context.measureText(data.label).width
      const [left, top] = [data.x + data.size + 6, data.y - settings.labelSize]
      context.fillStyle = colour('--raised')
      context.fillRect(left - 3, top, width + 6, settings.labelSize + 8)
      context.strokeStyle = line
      context.strokeRect(left - 3, top, width + 6, settings.labelSize + 8)
      context.fillStyle = ink
      context.fillText(data.label, left, data.y + 4)
    },
    nodeReducer: (node, data) => (isNear(node) ? data : { ...data, color: faint, label: '', zIndex: -1 }),
    edgeReducer: (edge, data) => {
      const isOwn = pointed !== null && graph.hasExtremity(edge, pointed)
      return { ...data, color: isOwn ? ink : pointed === null ? line : faint }
    },
  })
  const point = (node: string | null) => {
    pointed = node
    container.style.cursor = node?.startsWith('seller ') ? 'pointer' : ''
    sigma.refresh({ skipIndexation: true })
  }
  sigma.on('enterNode', ({ node }) => point(node))
  sigma.on('leaveNode', () => point(null))
  sigma.on('clickNode', ({ node }) => {
    if (node.startsWith('seller ')) onOpen(node.slice('seller '.length))
  })
  const camera = sigma.getCamera()
  return {
    zoomIn: () => void camera.animatedZoom(),
    zoomOut: () => void camera.animatedUnzoom(),
    showAll: () => void camera.animatedReset(),
    end: () => sigma.kill(),
  }
}

function placed(
  { sellerIds, ties }: DrawnGraph,
  nameOf: (sellerId: string) => string,
  colour: (token: string) => string,
): Graph<NodeFacts> {
  const graph = new Graph<NodeFacts>({ type: 'undirected' })
  const [many, all] = [sellerIds.length, sellerIds.length + ties.length]
  const onCircle = (at: number) => ({
    x: Math.cos((at / all) * Math.PI * 2),
    y: Math.sin((at / all) * Math.PI * 2),
  })
  sellerIds.forEach((sellerId, at) => {
    const label = words.seller(nameOf(sellerId), sellerId)
    graph.addNode(`seller ${sellerId}`, { ...onCircle(at), size: 9, label, color: colour('--accent') })
  })
  ties.forEach(({ tieId, kind, values: [value = '', ...more], stating }, at) => {
    const label = [`${words.kind[kind]}: ${value}`, more.length > 0 ? words.more(more.length) : '']
    graph.addNode(`tie ${tieId}`, {
      ...onCircle(many + at),
      size: 5,
      label: label.filter(Boolean).join(' '),
      color: colour(kindColours[kind]),
    })
    for (const { sellerId } of stating) graph.addEdge(`tie ${tieId}`, `seller ${sellerId}`, { size: 1.5 })
  })
  forceAtlas2.assign(graph, { iterations: rounds, settings: forceAtlas2.inferSettings(graph) })
  return graph
}
