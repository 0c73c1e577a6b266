import { clientNetwork } from "../../src/network/client-network";

describe("clientNetwork", () => {
  const networkOf = clientNetwork({ trustedProxies: ["198.51.100.0/24", "2001:db8:ffff::/48"] });

  test.each([
    ["203.0.113.7", "203.0.113.7", "203.0.113.0/24"],
    ["203.0.113.7:4711", "203.0.113.7", "203.0.113.0/24"],
    ["8.8.8.8, 203.0.113.7", "203.0.113.7", "203.0.113.0/24"],
    ["8.8.8.8,203.0.113.7", "203.0.113.7", "203.0.113.0/24"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", "2001:db8:1::/48"],
    ["[2001:db8:1:2:3:4:5:6]:443", "2001:db8:1:2::/64", "2001:db8:1::/48"],
    ["::ffff:203.0.113.7", "203.0.113.7", "203.0.113.0/24"],
  ])("takes the last entry of %j", (header, key, place) => {
    expect(networkOf(header)).toEqual({ key, place });
  });

  test.each([
    ["8.8.8.8, 203.0.113.7, 198.51.100.9", "203.0.113.7"],
    ["203.0.113.7, 198.51.100.9, 198.51.100.10", "203.0.113.7"],
    ["203.0.113.7, 2001:db8:ffff::1", "203.0.113.7"],
  ])("goes left of a trusted proxy and no further: %j", (header, key) => {
    expect(networkOf(header).key).toBe(key);
  });

  test.each([
    [undefined, "unknown"],
    ["", "unknown"],
    ["198.51.100.9", "unknown"],
    ["203.0.113.7, 10.0.0.1", "10.0.0.1"],
    ["203.0.113.7, 127.0.0.1", "127.0.0.1"],
    ["203.0.113.7, ::1", "::/64"],
    ["203.0.113.7, fd00::1", "fd00::/64"],
    ["203.0.113.7, 100.64.0.1", "100.64.0.1"],
    ["203.0.113.7, 151.101.1.195", "151.101.1.195"],
    ["203.0.113.7, 35.191.10.10", "35.191.10.10"],
    ["203.0.113.7, unknown", "unknown"],
    ["203.0.113.7, made up, 198.51.100.9", "unknown"],
    ["203.0.113.7, 1", "unknown"],
    ["203.0.113.7, 0x7f.1", "unknown"],
    ["203.0.113.7,", "unknown"],
  ])("knows that many may be behind %j, and believes nothing further left", (header, key) => {
    expect(networkOf(header)).toEqual({ key, shared: true, place: "" });
  });

  describe("on the local stack", () => {
    const local = clientNetwork({ trustedProxies: [], local: true });

    test.each([undefined, "", "127.0.0.1", "::1", "203.0.113.7, 127.0.0.1", "::ffff:127.0.0.1"])(
      "limits nobody at the machine by network: %j",
      (header) => {
        expect(local(header)).toEqual({ key: undefined, place: "" });
      },
    );

    test("counts a request in another's name as that client's", () => {
      expect(local("203.0.113.7").key).toBe("203.0.113.7");
      expect(local("127.0.0.1, 203.0.113.7").key).toBe("203.0.113.7");
    });
  });

  test("counts all addresses of one IPv6 /64 as one client", () => {
    expect(networkOf("2001:db8:1:2::a").key).toBe(networkOf("2001:db8:1:2:ffff::b").key);
    expect(networkOf("2001:db8:1:2::a").key).not.toBe(networkOf("2001:db8:1:3::a").key);
  });
});
