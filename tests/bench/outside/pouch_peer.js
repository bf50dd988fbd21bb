// pouch_peer.js DOCUMENTS FOLDER [--relay]: PouchDB's replication to express-pouchdb on the same dossiers, as JSON.
// Pushes all documents, then 100 changed ones, then nothing; with --relay the bytes are counted instead of the time.
// Found through NODE_PATH: pouchdb, express, express-pouchdb.
const fs = require('fs');
const net = require('net');
const { fork } = require('child_process');
const PouchDB = require('pouchdb');

function serve(folder) {
  const express = require('express');
  const app = express();
  const Stored = PouchDB.defaults({ prefix: folder + '/' });
  const settings = { mode: 'minimumForPouchDB', logPath: folder + '/log.txt', inMemoryConfig: true };
  app.use('/db', require('express-pouchdb')(Stored, settings));
  const listener = app.listen(0, '127.0.0.1', () => process.send(listener.address().port));
}

function relayTo(port) {
  const relay = { count: 0 };
  return new Promise((resolve) => {
    const listener = net.createServer((client) => {
      const server = net.connect(port, '127.0.0.1');
      for (const [from, to] of [[client, server], [server, client]]) {
        from.setNoDelay(true);
        from.on('data', (some) => { relay.count += some.length; to.write(some); });
        from.on('end', () => to.end());
        from.on('error', () => to.destroy());
      }
    });
    listener.listen(0, '127.0.0.1', () => { relay.port = listener.address().port; resolve(relay); });
  });
}

function cpuOf(pid) {
  try {
    const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(')').pop().trim().split(' ');
    return (+fields[11] + +fields[12]) / 100;
  } catch { return 0; }
}

async function main(documents, folder, counted) {
  fs.mkdirSync(folder + '/server', { recursive: true });
  const child = fork(__filename, ['--serve', folder + '/server'], { silent: true });
  const port = await new Promise((resolve) => child.once('message', resolve));
  const relay = counted ? await relayTo(port) : { count: 0, port };
  const measured = async (work) => {
    relay.count = 0;
    const ours = process.cpuUsage();
    const theirs = cpuOf(child.pid);
    const began = performance.now();
    await work();
    const seconds = (performance.now() - began) / 1e3;
    const spent = process.cpuUsage(ours);
    return { seconds, cpu: (spent.user + spent.system) / 1e6 + cpuOf(child.pid) - theirs, wire: relay.count };
  };
  const here = new PouchDB(folder + '/desk');
  const lines = fs.readFileSync(documents, 'utf8').split('\n').filter((line) => line);
  const docs = lines.map((line) => { const doc = JSON.parse(line); doc._id = doc.id; delete doc.id; return doc; });
  for (let at = 0; at < docs.length; at += 1000) await here.bulkDocs(docs.slice(at, at + 1000));
  const there = new PouchDB(`http://127.0.0.1:${relay.port}/db/dossiers`);
  await there.info();
  const push = () => here.replicate.to(there, { batch_size: 500, batches_limit: 10 });
  const found = { all: await measured(push) };
  const held = (await here.allDocs({ include_docs: true })).rows.map((row) => row.doc);
  const step = Math.max(1, Math.floor(held.length / 100));
  const changed = held.filter((_, at) => at % step === 0).slice(0, 100);
  await here.bulkDocs(changed.map((doc) => ({ ...doc, status: 'returned', rev: doc.rev + 1 })));
  found.changed = await measured(push);
  found.nothing = await measured(push);
  child.kill();
  console.log(JSON.stringify(found));
  process.exit(0);
}

if (process.argv[2] === '--serve') serve(process.argv[3]);
else main(process.argv[2], process.argv[3], process.argv.includes('--relay')).catch((error) => {
  console.error('Fatal: ' + error);
  process.exit(1);
});
