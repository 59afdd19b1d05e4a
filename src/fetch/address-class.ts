// Where an address lies, as far as it matters for whom a server may send us to.
import { BlockList, isIP } from 'node:net'

/** From the most private to the most public. */
export const ADDRESS_CLASSES = ['loopback', 'link-local', 'private', 'public'] as const
export type AddressClass = (typeof ADDRESS_CLASSES)[number]

type Network = readonly [address: string, prefix: number]

/** https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry. */
const NETWORKS: Readonly<Record<Exclude<AddressClass, 'public'>, readonly Network[]>> = {
  // "This host on this network" reaches this machine on Linux.
  loopback: [
    ['127.0.0.0', 8],
    ['0.0.0.0', 8],
    ['::1', 128],
    ['::', 128],
  ],
  // With them what nobody serves a file from: multicast, reserved, and the one
  // public address at which a cloud (Azure) answers its own machines.
  'link-local': [
    ['169.254.0.0', 16],
    ['168.63.129.16', 32],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
    ['fe80::', 10],
    ['ff00::', 8],
  ],
  private: [
    ['10.0.0.0', 8],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
    ['100.64.0.0', 10],
    ['198.18.0.0', 15],
    ['192.0.0.0', 24],
    ['fc00::', 7],
    ['fec0::', 10],
  ],
}

interface AddressList {
  readonly check: (address: string, family: 'ipv4' | 'ipv6') => boolean
}

/** Made when it is first looked into: it takes milliseconds, and a run that reaches nobody never looks. */
function toList(networks: readonly Network[]): AddressList {
  let list: BlockList | undefined
  return { check: (address, family) => (list ??= fillList(networks)).check(address, family) }
}

function fillList(networks: readonly Network[]): BlockList {
  const list = new BlockList()
  for (const [network, prefix] of networks) {
    list.addSubnet(network, prefix, isIP(network) === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}

const LISTS = {
  loopback: toList(NETWORKS.loopback),
  'link-local': toList(NETWORKS['link-local']),
  private: toList(NETWORKS.private),
}

/** IPv6 networks with an IPv4 address inside, and the 16-bit group that it begins with. */
const EMBEDDING = [
  // Mapped, compatible, translated; NAT64 (RFC 6052, RFC 8215).
  {
    list: toList([
      ['::ffff:0:0', 96],
      ['::', 96],
      ['::ffff:0:0:0', 96],
      ['64:ff9b::', 96],
      ['64:ff9b:1::', 48],
    ]),
    group: 6,
  },
  // 6to4.
  { list: toList([['2002::', 16]]), group: 1 },
]

/** @param address as a socket or a resolver gives it, without brackets */
export function classOfAddress(address: string): AddressClass {
  const [bare = ''] = address.split('%')
  const family = isIP(bare) === 6 ? 'ipv6' : 'ipv4'
  const own = ADDRESS_CLASSES.find((each) => each !== 'public' && LISTS[each].check(bare, family))
  if (own !== undefined) return own
  const embedded = family === 'ipv6' ? embeddedIn(bare) : undefined
  return embedded === undefined ? 'public' : classOfAddress(embedded)
}

function embeddedIn(address: string): string | undefined {
  const found = EMBEDDING.find(({ list }) => list.check(address, 'ipv6'))
  if (found === undefined) return undefined
  const [high = 0, low = 0] = groupsOf(address).slice(found.group)
  return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.')
}

/** The eight 16-bit groups. A URL's parser knows every way to write them. */
function groupsOf(address: string): readonly number[] {
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const read = (text: string): number[] =>
    text
      .split(':')
      .filter(Boolean)
      .map((each) => parseInt(each, 16))
  const before = read(head)
  const after = read(tail ?? '')
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after]
}
