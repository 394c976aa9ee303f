// Speaks HTTP with the local Telegram that served this page, and follows one user's conversation.
const TICK = 5; // seconds after which the server answers anyway, so that the clock on screen keeps moving
const UNKNOWN = new Set([400, 404]); // the server does not know this user (any more)

async function ask(path, options) {
  const answer = await fetch(path, options);
  if (!answer.ok) throw Object.assign(new Error(`${answer.status}`), { status: answer.status });
  return answer.headers.get("content-type")?.includes("json") ? answer.json() : {};
}

export const read = (path, signal) => ask(path, { signal, cache: "no-store" });

export const post = (path, body) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

/** Resolves after `ms`, or at once when the browser comes online or `signal` stops the waiting. */
function pause(ms, signal) {
  return new Promise((done) => {
    const over = new AbortController();
    const end = () => { clearTimeout(timer); over.abort(); done(); };
    const timer = setTimeout(end, ms);
    window.addEventListener("online", end, { signal: over.signal });
    signal.addEventListener("abort", end, { signal: over.signal });
  });
}

/**
 * Follow the conversation of `user` until `signal` aborts. After every failure the whole history is read again, so
 * that a server which went away, lost its memory or started anew needs no special case.
 * on: history(messages), batch(events), online(), offline() and gone() when the server does not know the user.
 */
export async function follow(user, signal, on) {
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      const { messages, seq } = await read(`/user/${user}/history`, signal);
      on.history(messages);
      on.online();
      failures = 0;
      await listen(user, seq, signal, on);
    } catch (error) {
      if (signal.aborted) return;
      if (UNKNOWN.has(error.status)) { on.gone(); return; }
      if (!(error instanceof TypeError) && !error.status) console.error(error); // not the network: a fault of ours
      on.offline();
      await pause(Math.min(5000, 500 * 2 ** failures), signal);
    }
  }
}

async function listen(user, seq, signal, on) {
  for (let at = seq; !signal.aborted;) {
    const batch = await read(`/user/${user}/events?after=${at}&timeout=${TICK}`, signal);
    if (batch.seq < at) return; // the server started anew
    at = batch.seq;
    on.batch(batch);
  }
}
