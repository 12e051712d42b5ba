/** Lines to and from a server. What a test puts in place of a WebSocket. */
export interface Socket {
  send(line: string): void;
  /** Ends it. `onClose` still comes. */
  close(): void;
}

export interface SocketListener {
  onOpen(): void;
  onLine(line: string): void;
  /** Comes exactly once, also when it was never open. */
  onClose(): void;
}

export type OpenSocket = (listener: SocketListener) => Socket;

/** A WebSocket that carries a line of text in each message (https://ircv3.net/specs/extensions/websocket). */
export function webSocket(url: string): OpenSocket {
  return (listener) => {
    const socket = new WebSocket(url, ['text.ircv3.net']);
    socket.onopen = () => listener.onOpen();
    socket.onclose = () => listener.onClose();
    socket.onmessage = (event: MessageEvent<unknown>) => {
      if (typeof event.data !== 'string') return;
      for (const line of event.data.split(/\r?\n/)) if (line !== '') listener.onLine(line);
    };
    return {
      send: (line) => {
        if (socket.readyState === WebSocket.OPEN) socket.send(line);
      },
      close: () => socket.close(),
    };
  };
}

/** The address of the WebSocket of the server that the page came from. */
export function ownAddress(location: Location): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`;
}
