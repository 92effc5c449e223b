/** Shown while a page is loaded. */
export const LoadingPage = ({ label }: { label: string }) => (
  <p role="status" className="px-6 py-8 text-ink-soft">
    {label}
  </p>
)
