import { backup, DatabaseSync, type StatementSync } from 'node:sqlite'

type SqlValue = null | number | bigint | string | Uint8Array
export type SqlRow = readonly SqlValue[]

/** SQLite's page cache of a connection, in KiB. */
const CACHE_KIB = 32_000

/**
 * One SQLite connection with its prepared statements. Values are bound by position and always as their own kind:
 * a whole JavaScript number would otherwise be stored as a float, and an object be taken for named parameters.
 */
export class SqliteConnection {
  private readonly database: DatabaseSync
  private readonly statements = new Map<string, StatementSync>()

  constructor(path: string, options: { readonly readOnly: boolean; readonly busyTimeoutMs?: number }) {
    this.database = new DatabaseSync(path, { readOnly: options.readOnly, timeout: options.busyTimeoutMs ?? 5_000 })
    this.database.exec(`PRAGMA cache_size = -${CACHE_KIB}; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = OFF`)
  }

  get inTransaction(): boolean {
    return this.database.isTransaction
  }

  exec(sql: string): void {
    this.database.exec(sql)
  }

  private statement(sql: string): StatementSync {
    const known = this.statements.get(sql)
    if (known !== undefined) return known
    const prepared = this.database.prepare(sql)
    prepared.setReturnArrays(true)
    this.statements.set(sql, prepared)
    return prepared
  }

  private static bind(values: readonly SqlValue[]): SqlValue[] {
    return values.map((value) => (typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : value))
  }

  run(sql: string, ...values: readonly SqlValue[]): { readonly changes: number; readonly lastId: number } {
    const result = this.statement(sql).run(...SqliteConnection.bind(values))
    return { changes: Number(result.changes), lastId: Number(result.lastInsertRowid) }
  }

  row(sql: string, ...values: readonly SqlValue[]): SqlRow | undefined {
    // With setReturnArrays a row is an array; the library's type only knows the object form.
    return this.statement(sql).get(...SqliteConnection.bind(values)) as unknown as SqlRow | undefined
  }

  rows(sql: string, ...values: readonly SqlValue[]): readonly SqlRow[] {
    // As above.
    return this.statement(sql).all(...SqliteConnection.bind(values)) as unknown as readonly SqlRow[]
  }

  /** Reads row by row with a statement of its own, so that two walks over the same query do not reset each other. */
  *walk(sql: string, ...values: readonly SqlValue[]): Generator<SqlRow> {
    const known = this.statements.get(sql)
    if (known !== undefined) this.statements.delete(sql)
    const statement = known ?? this.database.prepare(sql)
    statement.setReturnArrays(true)
    try {
      for (const row of statement.iterate(...SqliteConnection.bind(values))) {
        // As above.
        yield row as unknown as SqlRow
      }
    } finally {
      this.statements.set(sql, statement)
    }
  }

  /** Copies the whole database into a new file, some pages at a time, while this connection goes on writing. */
  backupTo(path: string, pagesPerStep: number): Promise<number> {
    return backup(this.database, path, { rate: pagesPerStep })
  }

  close(): void {
    this.statements.clear()
    this.database.close()
  }
}

export function blobAt(row: SqlRow, column: number): Uint8Array {
  const value = row[column]
  if (!(value instanceof Uint8Array)) throw new Error(`column ${column} holds no blob`)
  return value
}

export function integerAt(row: SqlRow, column: number): number {
  const value = row[column]
  if (typeof value !== 'number') throw new Error(`column ${column} holds no integer`)
  return value
}

export function textAt(row: SqlRow, column: number): string {
  const value = row[column]
  if (typeof value !== 'string') throw new Error(`column ${column} holds no text`)
  return value
}
