// The reference server of tus in a process of its own: prints its address, keeps uploads in the folder it is given.
import { Server } from "@tus/server";
import { FileStore } from "@tus/file-store";

const server = new Server({ path: "/v1/scans", datastore: new FileStore({ directory: process.argv[2] }) });
const listener = server.listen({ host: "127.0.0.1", port: 0 }, () => {
  console.log(JSON.stringify({ address: `http://127.0.0.1:${listener.address().port}` }));
});
