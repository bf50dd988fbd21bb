// The reference client of tus: upload.js ENDPOINT FILE TOKEN CHUNK [ABORT_AFTER] -> one JSON line.
// With ABORT_AFTER it stops after so many bytes and goes on in a second upload of the same URL.
import { createReadStream, readFileSync } from "node:fs";
import * as tus from "tus-js-client";

const [endpoint, path, token, chunk, abortAfter] = process.argv.slice(2);
const content = readFileSync(path);
const common = { metadata: { token }, chunkSize: Number(chunk), retryDelays: [0, 100, 200], uploadSize: content.length };

function run(options) {
  return new Promise((resolve, reject) => {
    const upload = new tus.Upload(options.stream ? createReadStream(path) : content, {
      ...common,
      ...options,
      onError: reject,
      onSuccess: () => resolve({ done: true, url: upload.url }),
      onChunkComplete: (_size, accepted) => {
        if (options.stopAt && accepted >= options.stopAt) {
          upload.abort().then(() => resolve({ done: false, url: upload.url }));
        }
      },
    });
    upload.start();
  });
}

try {
  let result = await run({ endpoint, stopAt: Number(abortAfter ?? 0) });
  if (!result.done) {
    result = await run({ endpoint, uploadUrl: result.url });
  }
  console.log(JSON.stringify(result));
} catch (error) {
  console.log(JSON.stringify({ done: false, status: error.originalResponse?.getStatus() ?? 0 }));
}
