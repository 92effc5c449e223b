import { Check, FileSpreadsheet, FileText, Flag, Image, Package } from 'lucide-react'
import type { ReactNode } from 'react'

const Line = ({ className }: { className: string }) => (
  <div className={`h-1.5 rounded-full bg-line ${className}`} />
)

const Stage = ({ children }: { children: ReactNode }) => (
  <div
    aria-hidden
    className="flex h-36 items-center justify-center gap-3 overflow-hidden rounded-lg bg-sunken"
  >
    {children}
  </div>
)

/** Three cards, the one in the middle flagged. */
export const FlagPicture = () => (
  <Stage>
    {['left', 'flagged', 'right'].map((card) => (
      <div
        key={card}
        className={`relative w-17 rounded-md border bg-raised p-1.5 ${card === 'flagged' ? 'border-accent ring-1 ring-accent' : 'border-line opacity-70'}`}
      >
        <div className="h-11 rounded-sm bg-hover" />
        <Line className="mt-2 w-full" />
        <Line className="mt-1.5 w-2/3" />
        {card === 'flagged' && (
          <span className="absolute -top-2 -end-2 flex size-6 items-center justify-center rounded-full bg-accent text-on-accent">
            <Flag size={12} fill="currentColor" />
          </span>
        )}
      </div>
    ))}
  </Stage>
)

const groups = [
  { letter: 'T', look: 'bg-trademark', rows: ['w-20', 'w-16'] },
  { letter: 'C', look: 'bg-copyright', rows: ['w-18'] },
  { letter: 'P', look: 'bg-patent', rows: ['w-14'] },
]

/** Listings under the signs of their groups. */
export const SortPicture = () => (
  <Stage>
    <div className="flex w-40 flex-col gap-1.5 rounded-md border border-line bg-raised p-2.5">
      {groups.map(({ letter, look, rows }) => (
        <div key={letter} className="flex gap-2">
          <span
            className={`flex size-4 items-center justify-center rounded text-[0.625rem] leading-none font-bold text-surface ${look}`}
          >
            {letter}
          </span>
          <div className="flex flex-col gap-1.5 pt-1">
            {rows.map((width) => (
              <div key={width} className="flex items-center gap-1.5">
                <span className="size-2 rounded-sm bg-hover" />
                <Line className={width} />
              </div>
            ))}
          </div>
        </div>
      ))}
    </div>
  </Stage>
)

/** Links, table and pictures that go into one file. */
export const ExportPicture = () => (
  <Stage>
    <div className="flex flex-col gap-2 text-ink-soft">
      <FileText size={22} strokeWidth={1.5} />
      <FileSpreadsheet size={22} strokeWidth={1.5} />
      <Image size={22} strokeWidth={1.5} />
    </div>
    <svg width="34" height="60" viewBox="0 0 34 60" className="text-line-strong" aria-hidden="true">
      <path
        d="M2 6c14 0 12 24 24 24M2 30h24M2 54c14 0 12-24 24-24m-6-5 6 5-6 5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
    </svg>
    <span className="relative text-accent">
      <Package size={52} strokeWidth={1.25} />
      <span className="absolute -end-2 -bottom-1 flex size-5 items-center justify-center rounded-full bg-good text-surface">
        <Check size={13} strokeWidth={3} />
      </span>
    </span>
  </Stage>
)
