/** Browsers that listen at an app, in a process of their own, so that their cost is not the app's. */
import { once } from 'node:events';
import { request } from 'node:http';

let told = 0;
process.on('message', async (order) => {
  if (order === 'count') {
    process.send(told);
    return;
  }
  const { url, cookies, connections } = order;
  for (let at = 0; at < connections; at += 1) {
    const asked = request(url, {
      agent: false,
      headers: { accept: 'text/event-stream', cookie: cookies[at % cookies.length] },
    }).end();
    const [answer] = await once(asked, 'response');
    if (answer.statusCode !== 200) throw new Error(`Page ${at} is answered ${answer.statusCode}.`);
    answer.on('data', (piece) => (told += piece.toString().split('event: list').length - 1));
  }
  process.send('all');
});
