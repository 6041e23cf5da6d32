import { Component, type ReactNode } from 'react';
import { problemOf } from '../../platform/ui/client.ts';
import { ProblemState } from '../../platform/ui/States.tsx';

interface BoundaryState {
  readonly error?: unknown;
}

/** A page that breaks leaves the shell standing; a page missing after an update of the server is fetched by reloading. */
export class PageBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = {};

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return <ProblemState problem={problemOf(this.state.error)} onRetry={() => location.reload()} asPage />;
  }
}
