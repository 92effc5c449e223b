import { Component, type ReactNode } from 'react'

interface FailureBoundaryProps {
  /** What is shown in place of the children when they threw. */
  fallback(thrown: unknown): ReactNode
  children: ReactNode
}

/** Shows what went wrong where rendering or reading failed, in place of an empty window. */
export class FailureBoundary extends Component<FailureBoundaryProps, { thrown: { value: unknown } | null }> {
  override state: { thrown: { value: unknown } | null } = { thrown: null }

  static getDerivedStateFromError(value: unknown) {
    return { thrown: { value } }
  }

  override render() {
    return this.state.thrown ? this.props.fallback(this.state.thrown.value) : this.props.children
  }
}
