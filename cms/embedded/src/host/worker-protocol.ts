/** Why a store could not be opened; each has one thing the operator can do. */
export type OpenStoreProblem = {
  readonly kind: 'data-dir-unwritable' | 'disk-full' | 'locked-by-other-process' | 'newer-format' | 'corrupt'
  readonly detail: string
}

export type WorkerSettings = { readonly directory: string; readonly socketPath: string; readonly replicaSet: string }

export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'problem'; readonly problem: OpenStoreProblem }
  | { readonly kind: 'log'; readonly line: string }
  | { readonly kind: 'closed' }

export type WorkerOrder = { readonly kind: 'close' }
