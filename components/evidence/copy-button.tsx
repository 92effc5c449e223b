import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import type { CaptureServices } from './capture-services.ts'
import { captureWords as words } from './capture-words.ts'

interface CopyButtonProps {
  services: Pick<CaptureServices, 'copyText'>
  /** What is copied, for the accessible name. */
  what: string
  text: string
  label?: string
}

/** Copies many digits that nobody types. */
export function CopyButton({ services, what, text, label = words.copy }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false)
  return (
    <span className="relative inline-flex items-center gap-2">
      <Button
        size="small"
        look="quiet"
        className="h-6"
        aria-label={words.copyOf(label, what)}
        onClick={() => void services.copyText(text).then(() => setCopied(true))}
      >
        {isCopied ? <Check size={13} aria-hidden /> : <Copy size={13} aria-hidden />}
        {label}
      </Button>
      <span role="status" className="sr-only">
        {isCopied && words.copied}
      </span>
    </span>
  )
}
