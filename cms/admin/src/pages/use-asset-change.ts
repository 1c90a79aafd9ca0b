import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Asset } from '@ulan/contract'
import { App } from 'antd'
import { type Api, api } from '../data/api-client.ts'
import { asProblemError } from '../data/problem-error.ts'
import { assetQuery, KEYS } from '../data/staff-queries.ts'
import { useProblemText } from './use-problem-text.ts'

/**
 * A wish about an asset. Its answer shows at once; a refused one says why, and what the asset has become
 * meanwhile: somebody else may have been quicker.
 */
export function useAssetChange<Wish = void>(
  id: Asset['id'],
  change: (api: Api, wish: Wish) => Promise<Asset>,
): UseMutationResult<Asset, Error, Wish> {
  const client = useQueryClient()
  const { message } = App.useApp()
  const { ofProblem } = useProblemText()
  return useMutation({
    mutationFn: (wish: Wish) => change(api, wish),
    onSuccess: (changed) => {
      client.setQueryData(assetQuery(id).queryKey, changed)
      void client.invalidateQueries({ queryKey: KEYS.programmes })
    },
    onError: (caught) => {
      void message.error(ofProblem(asProblemError(caught).problem))
      void client.invalidateQueries({ queryKey: KEYS.asset(id) })
    },
  })
}
