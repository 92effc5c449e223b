import type { SnapshotView } from '../../lib/evidence/snapshot/drafting.ts'

/** How a page is seen that no browser shows: without layout, computed styles and drawings. */
export const savedPageView: SnapshotView = {
  shadowRootOf: (element) => element.shadowRoot,
  isOwn: () => false,
  stylePicturesOf: () => [],
  drawingOf: () => null,
  boxOf: () => ({ width: 100, height: 50, isInView: true }),
  loadedFonts: () => [],
}
