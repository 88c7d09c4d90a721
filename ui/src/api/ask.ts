import type { CommandName, Commands, Failure } from '@/generated/contract';
import { host } from '@/host/host';

/** A refused question. Its words come from the other side and are fit to be shown. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value;
}

/** The failure in anything that was thrown; something unforeseen keeps its own words. */
export function failureOf(reason: unknown): Failure {
  if (reason instanceof Refused) return reason.failure;
  if (isFailure(reason)) return reason;
  return {
    code: 'unexpected',
    message: reason instanceof Error ? reason.message : String(reason),
    advice: '',
    field: null,
  };
}

let refusedHook: ((failure: Failure) => void) | null = null;

/** Sets what is told of every refusal, such as that the vault has been locked meanwhile. */
export function onRefused(hook: (failure: Failure) => void): void {
  refusedHook = hook;
}

/** Asks one question of the contract. Throws `Refused` when it cannot be answered. */
export async function ask<C extends CommandName>(
  command: C,
  request: Commands[C]['request'],
): Promise<Commands[C]['reply']> {
  try {
    return (await host().call(command, request)) as Commands[C]['reply'];
  } catch (reason) {
    const failure = failureOf(reason);
    refusedHook?.(failure);
    throw new Refused(failure);
  }
}
