// Prints the quotes of symbols; after a cut it goes on without a hole or a repeat. Node 20, no package:
//   node --experimental-websocket http-examples/subscriber.mjs ws://localhost:8080/ws/l1 ABC XYZ
const [url, ...symbols] = process.argv.slice(2);
const token = process.env.TOUCHLINE_SECURITY_TOKEN;
const protocols = token ? ["touchline", "bearer." + Buffer.from(token).toString("base64url")] : [];
const from = {}; // by symbol, the n of the next quote

function connect() {
  const socket = new WebSocket(url, protocols);
  let heard = Date.now();
  const watch = setInterval(() => Date.now() - heard > 15_000 && end("silence"), 1_000);
  function end(why) {
    if (socket.onmessage === null) return;
    socket.onmessage = null;
    clearInterval(watch);
    console.error(`cut: ${why}`);
    socket.close();
    setTimeout(connect, 500);
  }
  socket.onopen = () => socket.send(JSON.stringify({ op: "subscribe", symbols, from }));
  socket.onclose = (event) => end(`${event.code} ${event.reason}`);
  socket.onerror = () => {}; // onclose follows
  socket.onmessage = ({ data }) => {
    heard = Date.now(); // the service sends a heartbeat every 5 s
    const frame = JSON.parse(data);
    if (frame.type === "quote") {
      from[frame.symbol] = frame.n + 1;
      console.log(frame.n, frame.symbol, frame.time, frame.bid_price, frame.bid_size, frame.ask_price, frame.ask_size);
    } else if (frame.type === "lagging") {
      end("too slow"); // comes again for what it missed
    } else if (frame.type === "too_old" || frame.type === "forgotten") {
      delete from[frame.symbol]; // begins anew with the quote now
      if (frame.type === "too_old") end(`quotes of ${frame.symbol} before ${frame.oldest} are gone`);
    } else if (frame.type === "error" || frame.errors?.length) {
      console.error(data);
    }
  };
}
connect();
