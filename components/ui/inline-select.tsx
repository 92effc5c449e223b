interface InlineSelectProps<Value extends string> {
  label: string
  value: Value
  values: readonly Value[]
  nameOf(value: Value): string
  onChoose(value: Value): void
}

/** One choice of a few, with its word before it in the line; for filters, where a field with its frame is too much. */
export function InlineSelect<Value extends string>({
  label,
  value,
  values,
  nameOf,
  onChoose,
}: InlineSelectProps<Value>) {
  return (
    <label className="flex items-center gap-2">
      <span className="text-ink-soft">{label}</span>
      <select
        value={value}
        onChange={({ target }) => {
          const chosen = values.find((one) => one === target.value)
          if (chosen !== undefined) onChoose(chosen)
        }}
        className="h-8 rounded-md border border-line-strong bg-surface px-2"
      >
        {values.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </label>
  )
}
