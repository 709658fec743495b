package org.tertulia.notification.push.encryption;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** Keys on the curve P-256, and the form in which Web Push writes them: points uncompressed (X9.62), numbers big-endian. */
final class P256 {

    /** Bytes of a point. */
    static final int POINT_BYTES = 65;

    private static final int NUMBER_BYTES = 32;
    private static final byte UNCOMPRESSED = 4;
    private static final ECParameterSpec CURVE = curve();

    private P256() {}

    private static ECParameterSpec curve() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("There is no P-256", e);
        }
    }

    static KeyPair newKeys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(CURVE);
        return generator.generateKeyPair();
    }

    static byte[] encoded(ECPublicKey key) {
        var point = new byte[POINT_BYTES];
        point[0] = UNCOMPRESSED;
        put(key.getW().getAffineX(), point, 1);
        put(key.getW().getAffineY(), point, 1 + NUMBER_BYTES);
        return point;
    }

    static byte[] encoded(ECPrivateKey key) {
        var number = new byte[NUMBER_BYTES];
        put(key.getS(), number, 0);
        return number;
    }

    private static void put(BigInteger number, byte[] target, int offset) {
        var bytes = number.toByteArray();
        var length = Math.min(bytes.length, NUMBER_BYTES);
        System.arraycopy(
                bytes, bytes.length - length, target, offset + NUMBER_BYTES - length, length);
    }

    /**
     * The key that is written so.
     *
     * @throws GeneralSecurityException when it is no point of the curve: an exchange with one that is not could tell of the
     *     other key
     */
    static ECPublicKey publicKey(byte[] point) throws GeneralSecurityException {
        if (point.length != POINT_BYTES || point[0] != UNCOMPRESSED) {
            throw new InvalidKeyException("no uncompressed point");
        }
        var x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + NUMBER_BYTES));
        var y = new BigInteger(1, Arrays.copyOfRange(point, 1 + NUMBER_BYTES, POINT_BYTES));
        if (!isOnCurve(x, y)) {
            throw new InvalidKeyException("not on the curve");
        }
        var spec = new ECPublicKeySpec(new ECPoint(x, y), CURVE);
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
    }

    private static boolean isOnCurve(BigInteger x, BigInteger y) {
        var curve = CURVE.getCurve();
        var p = ((ECFieldFp) curve.getField()).getP();
        if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0) {
            return false;
        }
        var right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB());
        return y.multiply(y).subtract(right).mod(p).signum() == 0;
    }

    static ECPrivateKey privateKey(byte[] number) throws GeneralSecurityException {
        var spec = new ECPrivateKeySpec(new BigInteger(1, number), CURVE);
        return (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(spec);
    }
}
