import { startEmbeddedFirestore } from "../../../firestore";
import { useEmbedded } from "../fixture";

const { server, clients } = useEmbedded();

describe("the server", () => {
  test("tells a browser what to do, in a reply that its page can read", async () => {
    const reply = await fetch(
      `http://${server().host}/google.firestore.v1.Firestore/Listen/channel`,
      {
        headers: { Origin: "http://localhost:5173" },
      },
    );
    expect([reply.status, reply.headers.get("access-control-allow-origin")]).toEqual([501, "*"]);
    const { error } = (await reply.json()) as { error: { message: string } };
    expect(error.message).toContain("start the stack with --firestore official");
  });

  test("says which port is taken", async () => {
    const { host, port } = server();
    jest.spyOn(console, "error").mockReturnValue(); // grpc-js reports it there as well
    await expect(startEmbeddedFirestore({ port })).rejects.toThrow(host);
  });

  test("refuses an ill-formed project id at once", async () => {
    const read = clients.connect("p").doc("people/ada").get();
    await expect(read).rejects.toMatchObject({ code: 3 });
  });
});
