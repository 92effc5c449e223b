import { Component, type ReactNode } from 'react'

interface FailureBoundaryProps {
  /** What is shown in place of the children when they threw. */
  fallback(thrown: unknown): ReactNode
  /** Names what is shown, e.g. an address: with another name the children get another try. */
  of?: string
  children: ReactNode
}

/** Shows what went wrong where rendering or reading failed, in place of an empty window. */
export class FailureBoundary extends Component<FailureBoundaryProps, { thrown: { value: unknown } | null }> {
  override state: { thrown: { value: unknown } | null } = { thrown: null }

  static getDerivedStateFromError(value: unknown) {
    return { thrown: { value } }
  }

  override componentDidUpdate(before: FailureBoundaryProps) {
    if (before.of !== this.props.of && this.state.thrown) this.setState({ thrown: null })
  }

  override render() {
    return this.state.thrown ? this.props.fallback(this.state.thrown.value) : this.props.children
  }
}
