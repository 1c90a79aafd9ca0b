import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { StaffAccount, StaffAccountPatch } from '@ulan/contract'
import { api } from '../data/api-client.ts'
import { withAccount } from '../data/people-rows.ts'
import { accountsQuery, sessionsOfQuery } from '../data/staff-queries.ts'

/** Changes an account, and every list it stands in. */
export function useAccountChange(account: StaffAccount, onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (patch: StaffAccountPatch) => api.updateAccount(account.id, patch),
    onSuccess: (changed) => {
      client.setQueryData(accountsQuery.queryKey, (list) => (list === undefined ? undefined : withAccount(list, changed)))
      void client.invalidateQueries({ queryKey: sessionsOfQuery(account.id).queryKey })
      onDone()
    },
  })
}
