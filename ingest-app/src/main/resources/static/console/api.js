/** A request that was not answered, or with a problem: what was found, its code, and what to do. */
export class Problem extends Error {

  constructor(message, code, status, action) {
    super(message);
    this.code = code;
    this.status = status;
    this.action = action;
  }

  /** Whether asking again later helps without anybody doing anything else. */
  get passing() {
    return ['UNREACHABLE', 'DATABASE_AWAY', 'KAFKA_AWAY', 'LOGIN_NEEDED'].includes(this.code);
  }

}

/** Tells "answer" after each request, with the problem or null in its detail; "login" when a user is needed. */
export const traffic = new EventTarget();

const PATIENCE = 15_000;

function tell(type, detail) {
  traffic.dispatchEvent(new CustomEvent(type, { detail }));
}

function cookie(name) {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : null;
}

/** The header that a request which changes something carries. */
export function proof() {
  const token = cookie('XSRF-TOKEN');
  return token ? { 'X-XSRF-TOKEN': token } : {};
}

/** What an answer that is no success says. */
export function problemOf(status, text) {
  let body = {};
  try {
    body = JSON.parse(text);
  } catch {
    body = {};
  }
  if (status === 401 && body.code !== 'BAD_CREDENTIALS') {
    return new Problem('You are not signed in', 'LOGIN_NEEDED', status, 'Sign in.');
  }
  if (status === 403 && !body.code) {
    return new Problem('Your user may not do this', 'FORBIDDEN', status, 'It takes the role operator.');
  }
  return new Problem(body.detail ?? `The server answered with status ${status}`, body.code ?? 'UNEXPECTED', status,
    body.action ?? '');
}

async function exchange(method, path, body, patience) {
  const changes = method !== 'GET';
  const headers = { Accept: 'application/json', ...(changes ? proof() : {}) };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  let answer;
  let text;
  try {
    answer = await fetch(path, {
      method, headers, body: body === undefined ? undefined : JSON.stringify(body),
      signal: patience ? AbortSignal.timeout(patience) : undefined,
    });
    text = await answer.text();
  } catch (error) {
    throw new Problem('The server cannot be reached', 'UNREACHABLE', 0, 'The page tries again by itself.');
  }
  if (!answer.ok) {
    throw problemOf(answer.status, text);
  }
  return text ? JSON.parse(text) : null;
}

async function request(method, path, body, patience) {
  try {
    const value = await exchange(method, path, body, patience);
    tell('answer', null);
    return value;
  } catch (problem) {
    tell('answer', problem);
    if (problem.code === 'LOGIN_NEEDED') {
      tell('login', problem);
    }
    throw problem;
  }
}

export function get(path) {
  return request('GET', path, undefined, PATIENCE);
}

export function post(path, body) {
  return request('POST', path, body, PATIENCE);
}

/** For what takes as long as reading all the files. */
export function postPatiently(path, body) {
  return request('POST', path, body, 0);
}

export function remove(path) {
  return request('DELETE', path, undefined, 60_000);
}

/** For questions that are asked again before they are answered: gives null for any answer but the one to the latest. */
export function latest() {
  let asked = 0;
  return async (answer) => {
    asked += 1;
    const mine = asked;
    const value = await answer;
    return mine === asked ? value : null;
  };
}
