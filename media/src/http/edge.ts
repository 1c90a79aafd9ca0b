import type { FieldProblem, Permission, ProblemName } from '@ulan/contract'
import type { BindRoute } from '@ulan/contract/schemas'
import type { Request, RequestHandler, Response } from 'express'

export type SendProblem = (request: Request, response: Response, name: ProblemName, errors?: readonly FieldProblem[]) => void

/**
 * What is the same at every address of the product: who may, how a body is read, how a refusal is worded. The CMS has it;
 * whoever composes the two hands it in. Something thrown is left to it as well.
 */
export type Edge = {
  /** Connects a use case to a route of the contract. */
  readonly bind: BindRoute
  /** Lets members of staff with the permission pass, answers all others. */
  allow(permission: Permission): RequestHandler
  readonly sendProblem: SendProblem
}
