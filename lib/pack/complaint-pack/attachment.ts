import type { DocumentType } from '../../rights/right-document.ts'

/** A file that the portal is to get. */
export interface Attachment {
  /** Name with its ending. */
  name: string
  mediaType: DocumentType
  bytes: Uint8Array<ArrayBuffer>
}

/** What a portal takes. */
export interface AttachmentLimits {
  maxCount: number
  maxBytes: number
  types: readonly DocumentType[]
}

/** Port to what takes PDFs apart and puts them together. */
export interface PdfBinder {
  /**
   * The pages in as few files as may be, each of at most so many bytes. A page that is larger by itself stands alone.
   * @throws where the bytes are no PDF that can be read
   */
  split(pdf: Uint8Array<ArrayBuffer>, maxBytes: number): Promise<Uint8Array<ArrayBuffer>[]>
  /** One PDF of pictures (a page each) and PDFs, in their order. @throws as `split`. */
  join(files: readonly Attachment[]): Promise<Uint8Array<ArrayBuffer>>
}
