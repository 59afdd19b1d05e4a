// A network and process namespace for a suite: only loopback is there, and
// nothing that was started is left.
import { spawnSync } from 'node:child_process'

const NAMESPACES = ['--net', '--pid', '--fork', '--kill-child', '--mount-proc']
const WITH_LOOPBACK = ['sh', '-c', 'ip link set lo up && exec "$@"', 'sh']

/** @returns what to put before a command, or undefined where this user gets no namespaces */
export function findIsolation() {
  if (process.platform !== 'linux') return []
  return waysIn().find(([program, ...argv]) => spawnSync(program, [...argv, 'true']).status === 0)
}

function waysIn() {
  if (process.getuid() === 0) return [['unshare', ...NAMESPACES, ...WITH_LOOPBACK]]
  // Where plain users get none (Ubuntu's AppArmor), root makes them and hands them over.
  const { PATH = '', HOME = '', USER = '' } = process.env
  const asRoot = ['sudo', '-n', '-E', 'env', `PATH=${PATH}`, `HOME=${HOME}`, `USER=${USER}`]
  const asUser = [`--reuid=${process.getuid()}`, `--regid=${process.getgid()}`, '--clear-groups']
  return [
    ['unshare', '--map-root-user', ...NAMESPACES, ...WITH_LOOPBACK],
    [...asRoot, 'unshare', ...NAMESPACES, ...WITH_LOOPBACK, 'setpriv', ...asUser],
  ]
}
