import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Review } from '@ulan/contract'
import { App } from 'antd'
import { asProblemError } from '../data/problem-error.ts'
import { KEYS, reviewsQuery } from '../data/staff-queries.ts'
import { useProblemText } from './use-problem-text.ts'

/** Does something to a review, shows what became of it everywhere, and says what went wrong. */
export function useReviewChange<T>(change: (given: T) => Promise<Review>, words: string): UseMutationResult<Review, Error, T> {
  const { message } = App.useApp()
  const { ofProblem } = useProblemText()
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (review) => {
      client.setQueryData(reviewsQuery(review.programmeId).queryKey, (list) => [
        review,
        ...(list ?? []).filter(({ number }) => number !== review.number),
      ])
      void client.invalidateQueries({ queryKey: KEYS.reviewQueue })
      void client.invalidateQueries({ queryKey: KEYS.schedule })
      void message.success(words)
    },
    onError: (caught) => void message.error(ofProblem(asProblemError(caught).problem)),
    // Whoever was refused looks at something old.
    onSettled: (review) => review === undefined && client.invalidateQueries({ queryKey: ['reviews'] }),
  })
}
