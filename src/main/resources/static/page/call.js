// Calls of the service's API. An answer is JSON with exact numbers, a problem is thrown, and a session that ended leads to the login form.
import { exactJson } from './format.js';

/** What the service refused, as RFC 9457 has it; or that nobody answered. */
export class Refusal extends Error {
  constructor(problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

const UNREACHABLE = {
  type: 'unreachable',
  title: 'The service does not answer',
  detail: 'See whether it runs and the network is there, then try again.',
};

/** The JSON of an answer, every number as its text; null when it has no body. */
export async function call(path, options = {}) {
  const answer = await answerOf(path, options);
  return answered(answer.status, await answer.text());
}

async function answerOf(path, options) {
  try {
    return await fetch(`api/v1/${path}`, options);
  } catch (e) {
    throw e.name === 'AbortError' ? e : unreachable();
  }
}

/** That nobody answered. */
export function unreachable() {
  return new Refusal(UNREACHABLE);
}

/** What an answer's text says; throws the problem that it is. */
export function answered(status, text) {
  if (status === 401) {
    logIn();
  }
  if (status >= 400) {
    throw new Refusal(problemOf(status, text));
  }
  return text === '' ? null : exactJson(text);
}

function problemOf(status, text) {
  try {
    return exactJson(text);
  } catch {
    return { type: 'unknown', title: `The service answered ${status}`, detail: 'Its log may have the cause.' };
  }
}

/** Leaves for the login form, which leads back here. */
export function logIn() {
  const here = location.pathname + location.search + location.hash;
  location.assign(`login?to=${encodeURIComponent(here)}`);
}
