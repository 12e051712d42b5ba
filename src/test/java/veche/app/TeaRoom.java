package veche.app;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// A few people who have talked for two days, and are still here: something to look at, with
/// everything in it that the page can show. `ann` has not read the end of it.
final class TeaRoom implements AutoCloseable {

    /// Settings that it needs.
    static final String SETTINGS =
            IrcOperatorTest.OPERATOR
                    + """
                    [http]
                    listen = ["127.0.0.1:0"]
                    [limits.pace]
                    burst = "unlimited"
                    """;

    private final Chromium chromium;
    private final URI url;
    private final TestClock clock;
    private final List<Tab> people = new ArrayList<>();

    /// @param clock of the server
    TeaRoom(Chromium chromium, ChatServer server, TestClock clock) {
        this.chromium = chromium;
        this.url = server.urls().getFirst();
        this.clock = clock;
        var ann = enter("ann");
        var maria = enter("maria");
        var vasya = enter("Вася");
        var olga = enter("olga");
        inTheEvening(ann, maria, vasya);
        elsewhere(ann, maria, olga);
        ann.close();
        people.remove(ann);
        clock.pass(Duration.ofHours(11));
        inTheMorning(maria, vasya, olga);
    }

    private Tab enter(String name) {
        var tab = chromium.open(url).enter(name);
        people.add(tab);
        return tab;
    }

    /// Whoever speaks sees what they said: it is stored.
    private void say(Tab who, String text, String shown) {
        clock.pass(Duration.ofSeconds(71));
        who.say(text).sees(shown);
    }

    private void say(Tab who, String text) {
        say(who, text, text);
    }

    private void inTheEvening(Tab ann, Tab maria, Tab vasya) {
        maria.say("/topic Tea, bread and news. Everyone came, and everyone hears everyone");
        say(
                vasya,
                "The samovar has come. Four litres, and it *shines*.",
                "The samovar has come. Four litres, and it shines.");
        send(vasya, "samovar.png", painting());
        say(maria, "Who brings the jam?");
        say(ann, "I do. Raspberry, the last of the summer.");
        for (var who : List.of(maria, vasya)) {
            var message = who.message("I do. Raspberry, the last of the summer.");
            message.hover();
            message.locator(".tools-quick").nth(1).click();
        }
    }

    private void send(Tab who, String name, byte[] picture) {
        clock.pass(Duration.ofSeconds(9));
        who.find("file-input").setInputFiles(new FilePayload(name, "image/png", picture));
        who.find("upload-send").click();
        who.find("picture").waitFor();
    }

    private void elsewhere(Tab ann, Tab maria, Tab olga) {
        for (var tab : List.of(ann, maria, olga)) {
            tab.join("#bakery").join("#operations");
        }
        say(olga, "The disk is half full");
        ann.sees("The disk is half full").goTo("#bakery");
        say(maria.goTo("#bakery"), "Rye tomorrow?");
        ann.sees("Rye tomorrow?").goTo("#veche").sees("Who brings the jam?");
    }

    private void inTheMorning(Tab maria, Tab vasya, Tab olga) {
        say(olga, "ann: the backup is done, please look");
        say(maria, "Two loaves for each of us");
        say(maria, "Out of the oven at eight");
        say(maria, "/msg ann Shall we walk there together?", "Shall we walk there together?");
        maria.goTo("#veche");
        olga.goTo("#veche");
        clock.pass(Duration.ofMinutes(2));
        olga.say(
                """
                Good morning! That is how I started ours:
                ```
                ./veche serve --data /srv/tea
                ./veche ctl status
                ```\
                """);
        vasya.page().locator("pre").waitFor();
        var jam = vasya.message("Who brings the jam?");
        jam.hover();
        jam.getByTestId("reply").click();
        say(vasya, "Ann does. I have the lemons, see https://tea.example/lemons");
        say(olga, "/me puts the kettle on", "olga puts the kettle on");
        say(
                maria,
                "ann: we meet at noon under the bell. Bring the `spoons`!",
                "ann: we meet at noon under the bell. Bring the spoons!");
        say(vasya, "До встречи!");
    }

    /// A samovar before the evening sky.
    private static byte[] painting() {
        var image = new BufferedImage(480, 270, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setPaint(new GradientPaint(0, 0, new Color(0x2b3a67), 0, 270, new Color(0xf4a259)));
        pen.fillRect(0, 0, 480, 270);
        pen.setColor(new Color(0xffe8c2));
        pen.fill(new Ellipse2D.Double(330, 90, 70, 70));
        pen.setColor(new Color(0x3d2b1f));
        pen.fillRect(0, 222, 480, 48);
        pen.setPaint(
                new GradientPaint(170, 90, new Color(0xfff0c9), 290, 210, new Color(0xa86b1d)));
        var body = new Path2D.Double();
        body.moveTo(185, 95);
        body.curveTo(165, 150, 195, 190, 215, 200);
        body.lineTo(265, 200);
        body.curveTo(285, 190, 315, 150, 295, 95);
        body.closePath();
        pen.fill(body);
        pen.fillRoundRect(180, 82, 120, 16, 10, 10);
        pen.fillRoundRect(222, 44, 36, 40, 8, 8);
        pen.fillRoundRect(205, 200, 70, 10, 6, 6);
        pen.fillRoundRect(195, 208, 90, 16, 6, 6);
        pen.fillRoundRect(150, 148, 44, 10, 8, 8);
        pen.fillRoundRect(150, 148, 10, 26, 6, 6);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        people.forEach(Tab::close);
    }
}
