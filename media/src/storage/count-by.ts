import type { Model } from 'mongoose'

/** How many records there are of each value of a member. */
export async function countBy<T, Key extends string>(model: Model<T>, member: string): Promise<{ [K in Key]?: number }> {
  const groups = await model.aggregate<{ _id: Key; count: number }>([{ $group: { _id: `$${member}`, count: { $sum: 1 } } }])
  return Object.fromEntries(groups.map(({ _id, count }) => [_id, count])) as { [K in Key]?: number } // keys are the values grouped by
}
