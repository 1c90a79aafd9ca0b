/** Every environment variable the product reads; this file is the only one that reads them. Meanings: README. */
export type Env = {
  readonly PORT?: string | undefined
  readonly HOST?: string | undefined
  readonly PUBLIC_URL?: string | undefined
  readonly TRUST_PROXY?: string | undefined
  readonly METRICS_TOKEN?: string | undefined
  readonly DATA_DIR?: string | undefined
  readonly MONGODB_URI?: string | undefined
  readonly MEDIA_STORE?: string | undefined
  readonly S3_ENDPOINT?: string | undefined
  readonly AWS_REGION?: string | undefined
  readonly AWS_ACCESS_KEY_ID?: string | undefined
  readonly AWS_SECRET_ACCESS_KEY?: string | undefined
  readonly MEDIA_ACCEL?: string | undefined
  readonly TRANSCODE_WORKERS?: string | undefined
  readonly FFMPEG_PATH?: string | undefined
  readonly FFPROBE_PATH?: string | undefined
  readonly ADMIN_EMAIL?: string | undefined
  readonly ADMIN_PASSWORD?: string | undefined
  readonly SECRET_KEY?: string | undefined
  readonly DEMO?: string | undefined
  readonly LOG_LEVEL?: string | undefined
  readonly PATH?: string | undefined
  /** Set by npm: the folder in which it was called, and from which names of files are meant. */
  readonly INIT_CWD?: string | undefined
}

/** The process's environment; empty values count as unset. */
export function readEnv(): Env {
  return Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
}
