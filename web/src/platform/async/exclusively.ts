/**
 * Runs `work` while no other tab of this browser runs any under the same name. Web Locks exist on secure origins
 * only; elsewhere each tab works for itself.
 */
export async function exclusively<T>(lock: string, work: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator)) return work();
  return (await navigator.locks.request(lock, work)) as T;
}
