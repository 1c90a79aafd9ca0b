/** Bounds of uploads that no test reaches. */
export const AMPLE_QUOTA = { mostUploads: 1_000, mostBytes: 1e15, mostWaiting: 1_000, reserveBytes: 0 } as const
