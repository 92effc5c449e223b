/** The product's mark: a docket, torn off below, with a tick. */
export function DocketMark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path
        d="M6 4.5A2.5 2.5 0 0 1 8.5 2h15A2.5 2.5 0 0 1 26 4.5V29l-3.4-2.6L19.3 29 16 26.4 12.700 29l-3.300-2.600L6 29Z"
        className="fill-accent"
      />
      <path
        d="m10.800 14.200 3.700 3.700 6.900-7.600"
        fill="none"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-on-accent"
      />
    </svg>
  )
}
