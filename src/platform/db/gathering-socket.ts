import { Socket } from 'node:net';

/**
 * A socket that sends in one go what is written to it in one turn of the event loop: statements that follow each other
 * without waiting reach the server together, and wake it once.
 */
export function gatheringSocket(): Socket {
  const socket = new Socket();
  const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
  let gathers = false;
  function gather(...args: unknown[]): boolean {
    if (!gathers) {
      gathers = true;
      socket.cork();
      process.nextTick(() => {
        gathers = false;
        socket.uncork();
      });
    }
    return write(...args);
  }
  // connecting gives a socket its own way of writing back
  return socket.once('connect', () => Object.assign(socket, { write: gather }));
}
