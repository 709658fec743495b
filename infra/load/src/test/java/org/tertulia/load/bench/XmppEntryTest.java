package org.tertulia.load.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class XmppEntryTest {
    private final XmppEntry entry = new XmppEntry("ear7");

    @Test
    void aGuestShouldSignInBindAndEnterInTurn() throws Exception {
        assertThat(entry.begin()).isEqualTo(XmppStanzas.open());
        assertThat(entry.answer("<open from='localhost' version='1.0'/>")).isNull();
        assertThat(
                        entry.answer(
                                "<stream:features><mechanisms><mechanism>ANONYMOUS</mechanism>"
                                        + "</mechanisms></stream:features>"))
                .isEqualTo(XmppStanzas.signInAsAnybody());
        assertThat(entry.answer("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>"))
                .isEqualTo(XmppStanzas.open());
        assertThat(entry.answer("<open from='localhost' version='1.0'/>")).isNull();
        assertThat(
                        entry.answer(
                                "<stream:features><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>"
                                        + "</stream:features>"))
                .isEqualTo(XmppStanzas.bind());
        var enter = entry.answer("<iq type='result' id='bind'><jid>a@localhost/b</jid></iq>");
        assertThat(parsed(enter).getAttribute("to")).endsWith("/ear7");
        assertThat(entry.isInside()).isFalse();
    }

    @Test
    void aGuestShouldBeInsideWhenTheSubjectIsTold() {
        entry.answer("<mechanism>ANONYMOUS</mechanism>");
        entry.answer("<success/>");
        entry.answer("<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>");
        entry.answer("<jid>a@localhost/b</jid>");
        entry.answer("<presence from='bench@conference.localhost/ear7'/>");
        assertThat(entry.isInside()).isFalse();

        assertThat(entry.answer("<message type='groupchat'><subject/></message>")).isNull();
        assertThat(entry.isInside()).isTrue();
    }

    @Test
    void aRefusalShouldBeToldAsItCame() {
        assertThatThrownBy(() -> entry.answer("<failure><not-authorized/></failure>"))
                .isInstanceOf(BenchFailure.class)
                .hasMessageContaining("not-authorized");
    }

    @Test
    void everyStanzaShouldBeADocumentWithANamespace() throws Exception {
        var stamp = new Stamp(1, 2, 3).text(80);
        for (var stanza :
                new String[] {
                    XmppStanzas.open(),
                    XmppStanzas.signInAsAnybody(),
                    XmppStanzas.bind(),
                    XmppStanzas.enter("ear7"),
                    XmppStanzas.message(stamp)
                }) {
            assertThat(parsed(stanza).getNamespaceURI()).as(stanza).isNotNull();
        }
        var message = parsed(XmppStanzas.message(stamp));
        assertThat(message.getAttribute("type")).isEqualTo("groupchat");
        assertThat(message.getTextContent()).isEqualTo(stamp);
    }

    private static Element parsed(String stanza) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(stanza)))
                .getDocumentElement();
    }
}
