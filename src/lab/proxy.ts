// A proxy that tunnels (CONNECT) every name to one port of this machine, and looks none up.
import { createServer } from 'node:http'
import { type AddressInfo, type Socket, connect } from 'node:net'

export interface Proxy {
  readonly url: string
  /** What was asked for, and with which headers. */
  readonly asked: { readonly target: string; readonly headers: string }[]
  close(): Promise<void>
}

/** @param allows whether a target, `host:port`, may be reached; default: any */
export async function startProxy(
  port: number,
  allows: (target: string) => boolean = () => true,
): Promise<Proxy> {
  const asked: { target: string; headers: string }[] = []
  const sockets = new Set<Socket>()
  const server = createServer((_, response) => response.writeHead(501).end())
  server.on('connect', ({ url = '', rawHeaders }, socket: Socket) => {
    asked.push({ target: url, headers: rawHeaders.join('\n') })
    if (!allows(url)) {
      socket.on('error', () => undefined)
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      return
    }
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      socket.pipe(onward).pipe(socket)
    })
    for (const end of [socket, onward]) {
      sockets.add(end)
      end.on('error', () => undefined)
      end.on('close', () => {
        socket.destroy()
        onward.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
